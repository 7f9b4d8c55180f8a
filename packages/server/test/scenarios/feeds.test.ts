import { EventEmitter } from 'node:events'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BoxItem, RecordDetail, RecordSummary } from '@canmou/contract'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { everybody } from '../../src/notify/announce-registers.ts'
import { openWork, type Work } from '../../src/work/work.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { Player } from './player.ts'
import { scenariosByProcess } from './scenario.ts'

const clock = { at: new Date('2026-11-24T01:00:00Z') }
const app = useApp({ now: () => clock.at })
let desk: Work | undefined

beforeAll(async () => {
  desk = openWork({
    database: app.database,
    catalogue: await loadCatalogue(catalogueFolder),
    files: new FileStore('/nonexistent'),
    events: new EventEmitter(),
    now: () => clock.at,
  })
})

/** Plays a scenario to its end, and what it leaves to be done. */
async function play(process: string, file: RegExp): Promise<void> {
  const scenario = scenariosByProcess()
    .find((one) => one.process === process)
    ?.scenarios.find(({ name }) => file.test(name))
  if (!scenario || !desk) throw new Error(`${process} has no such scenario`)
  await new Player(app, desk, clock).play(scenario)
  await app.app.jobs.runDue()
}

async function get<Answer>(username: string, url: string): Promise<Answer> {
  const answer = await app.as(username)({ method: 'GET', url })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`)
  return answer.json<Answer>()
}

async function entries(kind: string): Promise<RecordDetail[]> {
  const { items } = await get<{ items: RecordSummary[] }>(
    'generalManager',
    `/api/records?kind=${kind}&limit=100`,
  )
  return Promise.all(items.map(({ id }) => get<RecordDetail>('generalManager', `/api/records/${id}`)))
}

type Row = Record<string, unknown>
const rows = (entry: RecordDetail | undefined, table: string): Row[] => (entry?.data[table] ?? []) as Row[]

describe('what a document that takes effect writes', () => {
  it('an approved report writes the checked sheets to the competing products, with their evidence', async () => {
    const before = await entries('CPP')
    await play('SC-002', /./)
    const after = await entries('CPP')
    const made = after.filter(({ id }) => !before.some((one) => one.id === id))
    const changed = after.filter(({ id, version }) =>
      before.some((one) => one.id === id && one.version < version),
    )
    const written = [...made, ...changed]
    expect(written.length).toBeGreaterThan(0)
    const [entry] = written
    const facts = ['performance', 'prices', 'marketing'].flatMap((table) => rows(entry, table))
    const sheet = facts.find(({ evidence }) => evidence !== undefined)?.['evidence']
    expect(facts.at(-1)).toMatchObject({
      date: expect.any(String) as unknown,
      source: expect.any(String) as unknown,
    })
    const source = await get<RecordDetail>('generalManager', `/api/records/${String(sheet)}`)
    expect(source.kind).toBe('MIC')
    expect(source.links).toContainEqual(
      expect.objectContaining({ record: expect.objectContaining({ id: entry?.id }) as unknown }),
    )
  })

  it('appears on the pages that are open', async () => {
    const client = await app.database.connect()
    try {
      const told = new Promise((resolve) => {
        client.on('notification', ({ payload }) => {
          if ((payload ?? '').split(' ').includes(everybody)) resolve('told')
        })
      })
      await client.query('listen canmou_changed')
      await play('SC-002', /./)
      expect(await told).toBe('told')
    } finally {
      await client.end()
    }
  })

  it('is written once, whatever a server that died does again', async () => {
    const before = await entries('CPP')
    await app.database.asSystem((tx) =>
      tx.execute(
        `insert into jobs (kind, key, payload, run_at)
         select 'feed', 'again:' || i.id, jsonb_build_object('feed', 'competitorFacts', 'instanceId', i.id), $1
         from instances i where i.process_id = 'SC-002'`,
        [clock.at],
      ),
    )
    expect(await app.app.jobs.runDue()).toBeGreaterThan(0)
    expect((await entries('CPP')).map(({ version }) => version)).toEqual(before.map(({ version }) => version))
  })

  it('the price list in effect stands at the product, and nobody types it there', async () => {
    await play('SC-005', /新产品/)
    const product = (await entries('PRD')).find((one) => rows(one, 'prices').length > 0)
    const [price] = rows(product, 'prices')
    expect(price).toMatchObject({
      listPrice: expect.any(Number) as unknown,
      validFrom: expect.any(String) as unknown,
    })
    expect(
      (await get<RecordDetail>('generalManager', `/api/records/${String(price?.['evidence'])}`)).kind,
    ).toBe('PPT')

    const editor = app.as('productMarketingManager')
    const opened = await editor({ method: 'POST', url: `/api/records/${product?.id ?? ''}/edit` })
    const { data } = opened.json<RecordDetail>()
    const forged = { ...data, prices: [{ ...price, listPrice: 1 }] }
    const saved = await editor({
      method: 'POST',
      url: `/api/records/${product?.id ?? ''}/submit`,
      payload: { data: forged },
    })
    expect(saved.statusCode).toBe(200)
    expect(rows(saved.json<RecordDetail>(), 'prices')).toEqual([price])
  })

  it('whoever has the entry open keeps what he wrote, and gets the rows too', async () => {
    const entry = (await entries('CPP')).find((one) =>
      rows(one, 'prices').some((row) => row['evidence'] !== undefined),
    )
    const editor = app.as(entry?.owner.username ?? '')
    const opened = (
      await editor({ method: 'POST', url: `/api/records/${entry?.id ?? ''}/edit` })
    ).json<RecordDetail>()
    const data = { ...opened.data, note: '写到一半' }
    const revision = opened.draftRevision
    const put = { method: 'PUT', url: `/api/records/${entry?.id ?? ''}/draft` } as const
    expect((await editor({ ...put, payload: { data, revision } })).statusCode).toBe(200)
    const before = rows(entry, 'prices').length
    await play('SC-002', /./)
    const now = (await editor({ method: 'GET', url: `/api/records/${entry?.id ?? ''}` })).json<RecordDetail>()
    expect(now.data['note']).toBe('写到一半')
    expect(rows(now, 'prices').length).toBeGreaterThan(before)
    expect((await editor({ ...put, payload: { data, revision: (revision ?? 0) + 1 } })).json()).toMatchObject(
      {
        code: 'DRAFT_OUTDATED',
      },
    )
  })

  it('the result of a bid writes the competitors’ quotes', async () => {
    await play('SC-005', /未中标/)
    const quotes = (await entries('CPP')).flatMap((one) => rows(one, 'prices'))
    expect(quotes.some(({ source }) => String(source).startsWith('投标报价'))).toBe(true)
  })

  it('a quality problem opens an improvement in each department, which its manager carries out', async () => {
    await play('SC-010', /质量问题/)
    for (const username of ['production', 'technology']) {
      const { items } = await get<{ items: BoxItem[] }>(username, '/api/tasks?box=todo')
      expect(items.map(({ task }) => task?.name)).toContain('落实改进措施')
    }
  })

  it('an older price list is void from the day on which each of its products has a new price', async () => {
    const lists = async (): Promise<Map<string, string>> => {
      const { items } = await get<{ items: RecordSummary[] }>('generalManager', '/api/records?kind=PPT')
      return new Map(items.map(({ id, status }) => [id, status]))
    }
    const others = [...(await lists()).keys()]
    await play('SC-005', /价格调整/)
    const [old = ''] = [...(await lists()).keys()].filter((id) => !others.includes(id))
    await play('SC-005', /价格调整/)
    const [next = ''] = [...(await lists()).keys()].filter((id) => id !== old && !others.includes(id))
    const asOf = async (at: string): Promise<Map<string, string>> => {
      clock.at = new Date(at)
      await app.app.jobs.runDue()
      return lists()
    }
    const dayBefore = await asOf('2026-12-31T23:59:00+08:00')
    expect([dayBefore.get(old), dayBefore.get(next)]).toEqual(['inEffect', 'inEffect'])
    const newYear = await asOf('2027-01-01T00:00:00+08:00')
    expect([newYear.get(old), newYear.get(next)]).toEqual(['void', 'inEffect'])
    expect(others.map((id) => newYear.get(id))).toEqual(others.map(() => 'inEffect'))
    expect((await get<RecordDetail>('generalManager', `/api/records/${next}`)).links).toContainEqual(
      expect.objectContaining({
        type: 'supersedes',
        direction: 'to',
        record: expect.objectContaining({ id: old }) as unknown,
      }),
    )
    // What is void takes nothing with it, whatever is done again.
    await app.database.asSystem((tx) =>
      tx.execute(
        `insert into jobs (kind, key, payload, run_at)
         values ('supersede', 'again', jsonb_build_object('feed', 'priceList', 'recordId', $1::text), $2)`,
        [old, clock.at],
      ),
    )
    expect(await asOf('2027-01-01T00:01:00+08:00')).toEqual(newYear)
  })
})
