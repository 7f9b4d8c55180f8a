import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { makeRecord } from './make-record.ts'

const server = useApp()
const catalogue = await loadCatalogue(catalogueFolder)
const reader = server.as('generalManager')
const made: Record<string, string> = {}

beforeAll(async () => {
  const ownerId = server.idOf('marketManager')
  const make = async (name: string, record: object): Promise<void> => {
    made[name] = await makeRecord(server.database, catalogue, { ownerId, ...record })
  }
  await make('plan', {
    title: '重庆轨道信号市场调研策划书',
    data: { background: '轴温漂移', researchType: 'annual' },
  })
  await make('customer', {
    kind: 'ORG',
    title: '甲地铁 乙站',
    data: { roles: ['customer', 'tenderer'], region: '试验区' },
  })
  await make('supplier', { kind: 'ORG', title: '印刷厂', data: { roles: ['supplier'], region: '试验区' } })
  await make('product', { kind: 'PRD', title: 'QM700 弹条扣件', data: { lifecycleStage: 'growth' } })
  await make('draft', { title: '还没有提交', versions: 0 })
})

interface Page {
  items: { id: string }[]
  next?: string
}
async function list(query: Record<string, string>): Promise<string[]> {
  const answer = await reader({ url: `/api/records?${new URLSearchParams(query).toString()}` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Page>().items.map(({ id }) => id)
}

describe('the list of records', () => {
  it('is found by words of two characters, by single ones and longer ones, in title and content', async () => {
    for (const q of ['调研', '轴', '轨道信号', '轴温', '重庆 策划', '年度', '漂移 调研'])
      expect(await list({ q, kind: 'MRP' }), q).toEqual([made['plan']])
    for (const q of ['研调', '轴移', '道轨', '---', '成都']) expect(await list({ q }), q).toEqual([])
  })

  it('is found by number, by the beginnings of words, and by pinyin in full and by initials', async () => {
    const detail = (await reader({ url: `/api/records/${made['product']}` })).json<{ number: string }>()
    expect(detail.number).toMatch(/^PRD-\d{6}-\d{4}$/)
    for (const q of ['qm700', 'QM7', 'ｑｍ７００', 'tantiaokoujian', 'ttkj', detail.number])
      expect(await list({ q }), q).toEqual([made['product']])
    for (const q of ['shichangdiaoyan', 'scdy', 'chongqing', 'cqgd xh', 'guidaoxinhao'])
      expect(await list({ q }), q).toEqual([made['plan']])
  })

  it('is narrowed by kind, status and the fields of a register', async () => {
    expect((await list({ kind: 'ORG' })).slice(0, 2)).toEqual([made['supplier'], made['customer']])
    expect(await list({ status: 'returned' })).toEqual([])
    expect(await list({ kind: 'ORG', where: '{"roles":"customer","region":"试验区"}' })).toEqual([
      made['customer'],
    ])
    expect(await list({ kind: 'ORG', where: '{"roles":"supplier","region":"试验区"}' })).toEqual([
      made['supplier'],
    ])
    expect(await list({ kind: 'PRD', where: '{"roles":"customer"}' })).toEqual([])
    expect(await list({ where: '{"roles":"customer"}', q: '甲地铁 乙', status: 'inEffect' })).toEqual([
      made['customer'],
    ])
  })

  it('follows a record that is handed to another owner or department', async () => {
    const ownerId = server.idOf('marketManager')
    const id = await makeRecord(server.database, catalogue, { ownerId, title: '移交试验' })
    const found = async (who: string): Promise<boolean> => {
      const { items } = (
        await server.as(who)({ url: `/api/records?q=${encodeURIComponent('移交')}` })
      ).json<Page>()
      return items.some((one) => one.id === id)
    }
    expect([await found('financeManager'), await found('keyAccountManager1')]).toEqual([false, false])
    await server.database.asSystem((tx) =>
      tx.execute(`update records set department_id = 'finance', owner_id = $2 where id = $1`, [
        id,
        server.idOf('keyAccountManager1'),
      ]),
    )
    expect([await found('financeManager'), await found('keyAccountManager1')]).toEqual([true, true])
    await server.database.asSystem((tx) =>
      tx.execute('update records set is_shared = true where id = $1', [id]),
    )
    expect(await found('production')).toBe(true)
  })

  it('comes page by page, each record once', async () => {
    const ids: string[] = []
    for (let query: Record<string, string> = { limit: '1' }; ;) {
      const answer = await reader({ url: `/api/records?${new URLSearchParams(query).toString()}` })
      const { items, next } = answer.json<Page>()
      ids.push(...items.map(({ id }) => id))
      if (next === undefined) break
      query = { limit: '1', cursor: next }
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => Object.values(made).includes(id))).toEqual([
      made['product'],
      made['supplier'],
      made['customer'],
      made['plan'],
    ])
  })

  it('refuses what it cannot read', async () => {
    const code = async (query: string): Promise<unknown> =>
      (await reader({ url: `/api/records?${query}` })).json()
    for (const cursor of ['x', '!!!!', 'AAAAAAAAAAAAAAAAAAAAAB', 'MDE5MmEwMDA'])
      expect(await code(`cursor=${cursor}`), cursor).toMatchObject({ code: 'CURSOR_INVALID' })
    expect(await code('kind=XYZ')).toMatchObject({ code: 'RECORD_KIND_UNKNOWN' })
    for (const query of [
      'limit=0',
      'limit=101',
      'status=lost',
      `q=${'a'.repeat(101)}`,
      'where=1',
      'where=%7B%7D',
      'where=x',
    ])
      expect(await code(query), query).toMatchObject({ code: 'REQUEST_INVALID' })
    expect(await code('where={"roles":["customer"]}')).toMatchObject({
      details: [{ path: '/querystring/where', message: '应为 JSON 对象，由字段名和值组成' }],
    })
  })

  it('is not for those who have not signed in', async () => {
    for (const url of ['/api/records', `/api/records/${made['plan']}`, '/api/kinds'])
      expect((await server.app.inject({ url })).statusCode).toBe(401)
  })
})

describe('the record kinds', () => {
  it('are named in the language of the asker', async () => {
    await reader({ method: 'PATCH', url: '/api/me', payload: { locale: 'en' } })
    const { items } = (await reader({ url: '/api/kinds' })).json<{ items: object[] }>()
    expect(items).toContainEqual({ code: 'PRD', name: 'Product', type: 'register', processes: [] })
    expect(items).toHaveLength(catalogue.kinds.size)
  })

  it('come with the schema and the view that a form is drawn from', async () => {
    const kind = (await reader({ url: '/api/kinds/MRP' })).json<Record<string, unknown>>()
    expect(kind['schema']).toEqual(catalogue.kinds.get('MRP')?.schema)
    expect(kind['view']).toEqual(catalogue.kinds.get('MRP')?.view)
    expect((await reader({ url: '/api/kinds/XYZ' })).json()).toMatchObject({ code: 'RECORD_KIND_UNKNOWN' })
  })
})
