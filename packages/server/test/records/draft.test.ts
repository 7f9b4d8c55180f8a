import { beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from './make-record.ts'
import { completePlan } from './plan.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)
const author = server.as('marketManager')
let id = ''

beforeEach(async () => {
  id = await makeRecord(server.database, catalogue, { ownerId: server.idOf('marketManager'), versions: 0 })
})

const save = (payload: object, who = author) =>
  who({ method: 'PUT', url: `/api/records/${id}/draft`, payload })
const read = async () => (await author({ url: `/api/records/${id}` })).json<Record<string, unknown>>()

describe('a draft', () => {
  it('is kept half-written, with what follows from it worked out', async () => {
    const data = {
      background: '了解',
      budgetItems: [{ item: '差旅', amount: 120 }, { amount: 30 }],
      budgetTotal: 7,
    }
    const saved = await save({ data, revision: 1 })
    expect(saved.statusCode).toBe(200)
    expect(saved.json()).toMatchObject({ revision: 2, data: { background: '了解', budgetTotal: 150 } })
    expect(await read()).toMatchObject({
      isDraft: true,
      draftRevision: 2,
      version: 0,
      status: 'draft',
      data: { budgetTotal: 150 },
      can: { edit: true, attach: true },
    })
  })

  it('is titled by its rule until somebody types a title, and found by its author under it', async () => {
    await save({ data: completePlan(), revision: 1 })
    expect(await read()).toMatchObject({ title: '年度市场调研策划书 2027-01-01' })
    const typed = await save({ data: {}, title: '<script>alert(1)</script> 滇缅\u0007专项', revision: 2 })
    expect(typed.json()).toMatchObject({ title: '<script>alert(1)</script> 滇缅 专项' })
    const found = (q: string, who = author) => who({ url: `/api/records?q=${encodeURIComponent(q)}` })
    expect((await found('滇缅')).json()).toMatchObject({
      items: [{ id, title: '<script>alert(1)</script> 滇缅 专项' }],
    })
    expect((await found('滇缅', server.as('generalManager'))).json()).toEqual({ items: [] })
  })

  it('is not overwritten by somebody who edited an older one, in the same instant either', async () => {
    const answers = await Promise.all(
      ['甲', '乙'].map((background) => save({ data: { background }, revision: 1 })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(refused?.json()).toMatchObject({ code: 'DRAFT_OUTDATED' })
    const kept = answers.find(({ statusCode }) => statusCode === 200)?.json<{ data: object }>()
    expect(await read()).toMatchObject({ draftRevision: 2, data: kept?.data })
  })

  it('may be saved again where the answer was lost', async () => {
    const payload = { data: { background: '一次' }, level: 'secret', revision: 1 }
    const first = await save(payload)
    const second = await save(payload)
    expect(second.statusCode).toBe(200)
    expect(second.json()).toEqual(first.json())
    expect((await save({ ...payload, data: { background: '两次' } })).json()).toMatchObject({
      code: 'DRAFT_OUTDATED',
    })
  })

  it('refuses wrong types, unknown fields and foreign attachments, each by name', async () => {
    const refused = await save({
      data: { background: 7, more: 1 },
      attachmentIds: ['0192a000-0000-7000-8000-000000000001'],
      revision: 1,
    })
    expect(refused.statusCode).toBe(422)
    const { details } = refused.json<{ details: { path: string }[] }>()
    expect(details.map(({ path }) => path).sort()).toEqual(['/attachmentIds', '/background', '/more'])
    expect(await read()).toMatchObject({ draftRevision: 1 })
  })

  it('is held to its author’s clearance, and to the level that others have seen', async () => {
    expect((await save({ data: {}, level: 'confidential', revision: 1 })).json()).toMatchObject({
      code: 'CLEARANCE_TOO_LOW',
    })
    id = await makeRecord(server.database, catalogue, {
      ownerId: server.idOf('marketManager'),
      level: 'secret',
      isEdited: true,
    })
    expect((await save({ data: {}, level: 'internal', revision: 1 })).json()).toMatchObject({
      code: 'LEVEL_LOWERED',
    })
  })

  it('belongs to its author: others do not see it, and cannot save it', async () => {
    id = await makeRecord(server.database, catalogue, {
      ownerId: server.idOf('marketManager'),
      title: '第一版',
      data: { background: '第一版' },
      isEdited: true,
    })
    await save({ data: { background: '秘而不宣' }, title: '第二版', revision: 1 })
    const colleague = server.as('productMarketingManager')
    expect((await colleague({ url: `/api/records/${id}` })).json()).toMatchObject({
      title: '第一版',
      isDraft: false,
      draftRevision: 0,
      data: { background: '第一版' },
      can: { edit: false, attach: false },
    })
    const found = await colleague({ url: `/api/records?q=${encodeURIComponent('秘而不宣')}` })
    expect(found.json()).toEqual({ items: [] })
    expect((await save({ data: {}, revision: 2 }, colleague)).json()).toMatchObject({ code: 'DRAFT_MISSING' })
    expect((await save({ data: {}, revision: 2 }, server.as('projectStaff'))).json()).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is refused where its JSON is ten thousand levels deep, and the server goes on', async () => {
    const payload = `{"revision":1,"data":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`
    const headers = { 'content-type': 'application/json' }
    const refused = await author({ method: 'PUT', url: `/api/records/${id}/draft`, payload, headers })
    expect(refused.json()).toMatchObject({ code: 'JSON_TOO_DEEP' })
    expect((await save({ data: {}, revision: 1 })).statusCode).toBe(200)
  })
})
