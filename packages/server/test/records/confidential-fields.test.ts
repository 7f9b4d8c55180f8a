import type { RecordDetail, RecordVersion } from '@canmou/contract'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue, RecordKind } from '../../src/catalogue/catalogue.ts'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from './make-record.ts'
import { completePlan } from './plan.ts'

/** The catalogue with a research plan whose regions, and whose amounts, are confidential. */
async function withSecretFields(): Promise<Catalogue> {
  const catalogue = await loadCatalogue(catalogueFolder)
  const { properties } = (catalogue.kinds.get('MRP') as RecordKind).schema
  const amount = properties?.['budgetItems']?.items?.properties?.['amount']
  Object.assign(properties?.['regions'] ?? {}, { 'x-confidentiality': 'confidential' })
  Object.assign(amount ?? {}, { 'x-confidentiality': 'confidential' })
  return catalogue
}

const catalogue = await withSecretFields()
const server = useApp({ catalogue })
const cleared = server.as('productMarketingManager')
const author = server.as('marketManager')
const data = { ...completePlan(), regions: '蜀道底价', budgetTotal: 1_234_550 }
const cut = {
  budgetItems: [{ item: '差旅' }, { item: '问卷印制' }],
  background: '了解行业发展趋势',
}
let id = ''

beforeEach(async () => {
  const ownerId = server.idOf('marketManager')
  id = await makeRecord(server.database, catalogue, { ownerId, data, isEdited: true })
})
const read = async (who = author) => (await who({ url: `/api/records/${id}` })).json<RecordDetail>()
const save = (change: object, revision = 1) =>
  author({ method: 'PUT', url: `/api/records/${id}/draft`, payload: { data: change, revision } })
const draftData = async (): Promise<Record<string, unknown>> => {
  const [row] = await server.database.asSystem((tx) =>
    tx.query<{ data: Record<string, unknown> }>('select data from record_drafts where record_id = $1', [id]),
  )
  return row?.data ?? {}
}

describe('a field with a level of its own', () => {
  it('is cut for readers below it, in tables too, with what is computed from it', async () => {
    expect((await read(cleared)).data).toEqual(data)
    const detail = await read()
    expect(detail.data).toMatchObject(cut)
    expect(detail.data).not.toHaveProperty('regions')
    expect(detail.data).not.toHaveProperty('budgetTotal')
    const versions = (await author({ url: `/api/records/${id}/versions` })).json<{ items: RecordVersion[] }>()
    const one = (await author({ url: `/api/records/${id}/versions/1` })).json<RecordVersion>()
    for (const version of [...versions.items, one]) expect(version.data).toEqual(detail.data)
    expect(JSON.stringify([detail, versions, one])).not.toMatch(/蜀道|1200000|1234550/)
  })

  it('is not found by search, which would tell what it holds', async () => {
    for (const query of [
      `q=${encodeURIComponent('蜀道')}`,
      'where={"regions":"蜀道底价"}',
      'where={"budgetTotal":1234550}',
    ])
      expect((await cleared({ url: `/api/records?${query}` })).json(), query).toEqual({ items: [] })
    const found = await cleared({ url: `/api/records?q=${encodeURIComponent('行业')}` })
    expect(found.json<{ items: { id: string }[] }>().items.map((one) => one.id)).toContain(id)
  })

  it('is found in a record that only those may see who may see the field', async () => {
    const ownerId = server.idOf('productMarketingManager')
    const secret = { ...data, regions: '滇缅底价' }
    const other = await makeRecord(server.database, catalogue, {
      ownerId,
      data: secret,
      level: 'confidential',
    })
    const found = await cleared({ url: `/api/records?q=${encodeURIComponent('滇缅')}` })
    expect(found.json()).toMatchObject({ items: [{ id: other }] })
  })

  it('stays as it is where its author, who is not shown it, saves the rest', async () => {
    const shown = (await read()).data
    const saved = await save({ ...shown, background: '改写', regions: '猜测' })
    expect(saved.json()).toMatchObject({ revision: 2, data: { background: '改写' } })
    expect(saved.json<{ data: object }>().data).not.toHaveProperty('regions')
    expect(await draftData()).toMatchObject({
      background: '改写',
      regions: '蜀道底价',
      budgetItems: completePlan()['budgetItems'],
      budgetTotal: 1_234_550,
    })
  })

  it('locks its table for those who see only part of it', async () => {
    const shown = (await read()).data
    const refused = await save({ ...shown, budgetItems: [{ item: '差旅' }] })
    expect(refused.json()).toMatchObject({
      code: 'RECORD_INVALID',
      details: [{ path: '/budgetItems', message: '此表含有您无权查看的内容，不能由您修改' }],
    })
    expect(await draftData()).toEqual(data)
  })
})
