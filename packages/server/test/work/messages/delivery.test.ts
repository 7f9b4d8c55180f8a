import type { ExpiredMessage } from '@canmou/contract'
import { EventEmitter } from 'node:events'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../../src/files/file-store.ts'
import { JobRunner } from '../../../src/jobs/job-runner.ts'
import { workJobs } from '../../../src/work/jobs.ts'
import { startInstance } from '../../../src/work/start-instance.ts'
import { openWork, type Work } from '../../../src/work/work.ts'
import { useApp } from '../../app.ts'
import { catalogueFolder } from '../../folders.ts'
import { installProcess, type TestProcess } from '../install-process.ts'
import { interrupted, throwing, waiting } from './waiting-drawings.ts'

let now = new Date('2026-11-25T02:00:00Z')
const app = useApp({ now: () => now })
const admin = app.as('processAdmin')
let work: Work | undefined

// A second server of the same database, with copies of its own.
let second: Work | undefined
let secondRunner: JobRunner | undefined
beforeAll(async () => {
  for (const drawing of [waiting, interrupted, throwing]) await installProcess(app.database, drawing)
  const catalogue = await loadCatalogue(catalogueFolder)
  const open = () =>
    openWork({
      database: app.database,
      catalogue,
      files: new FileStore('/nonexistent'),
      events: new EventEmitter(),
      now: () => now,
    })
  work = open()
  second = open()
  secondRunner = new JobRunner({
    database: app.database,
    handlers: workJobs(second),
    now: () => now,
    onFailure: (_, error) => {
      throw error
    },
  })
})

async function begin({ id: processId }: TestProcess, order: string): Promise<string> {
  if (!work) throw new Error('no server')
  const starter = app.idOf('marketManager')
  const { id } = await startInstance(work, {
    processId,
    actorId: starter,
    starterId: starter,
    variables: { order },
  })
  return id
}

async function send(payload: Record<string, unknown>, headers: Record<string, string> = {}): Promise<void> {
  const answer = await admin({ method: 'POST', url: '/api/messages', payload, headers })
  expect([answer.statusCode, answer.body]).toEqual([202, expect.stringContaining('"id"')])
}

async function signal(payload: Record<string, unknown>): Promise<void> {
  const answer = await admin({ method: 'POST', url: '/api/signals', payload })
  expect(answer.statusCode).toBe(202)
}

const deliver = (): Promise<number> => app.app.jobs.runDue()

/** The elements that hold a token: what waits, and open tasks. */
async function standing(id: string): Promise<string[]> {
  const row = await app.database.asSystem((tx) =>
    tx.first<{ state: string }>('select state from instances where id = $1', [id]),
  )
  const { nodes } = JSON.parse(row?.state ?? '{"nodes":[]}') as {
    nodes: { kind: string; at: string; host?: number }[]
  }
  return nodes
    .filter(({ kind, host }) => kind !== 'scope' && host === undefined)
    .map(({ at }) => at)
    .sort()
}

async function variable(id: string, name: string): Promise<unknown> {
  const row = await app.database.asSystem((tx) =>
    tx.first<{ state: string }>('select state from instances where id = $1', [id]),
  )
  return (JSON.parse(row?.state ?? '{}') as { variables: Record<string, unknown> }).variables[name]
}

const messagesLeft = async (): Promise<number> =>
  Number(
    (
      await app.database.asSystem((tx) =>
        tx.first<{ count: number }>(`select count(*) as count from jobs where kind = 'deliverMessage'`),
      )
    )?.count,
  )

describe('a message from outside', () => {
  it('reaches the instance whose correlation key it carries, and no other', async () => {
    const [one, other] = [await begin(waiting, 'A-1'), await begin(waiting, 'A-2')]
    await send({ name: 'paid', correlationKey: 'A-1', data: { amount: 120 } })
    await deliver()
    expect(await standing(one)).toEqual(['WAIT_receive'])
    expect(await standing(other)).toEqual(['WAIT_catch'])
    expect(await variable(one, 'amount')).toBe(120)
    await send({ name: 'shipped', correlationKey: 'A-1' })
    await deliver()
    expect(await standing(one)).toEqual(['WAIT_read'])
    expect(await messagesLeft()).toBe(0)
  })

  it('waits for its receiver, in the order in which messages came', async () => {
    await send({ name: 'paid', correlationKey: 'B-1', data: { amount: 1 } })
    await send({ name: 'paid', correlationKey: 'B-1', data: { amount: 2 } })
    await deliver()
    expect(await messagesLeft()).toBe(2)
    const first = await begin(waiting, 'B-1')
    await deliver()
    expect([await standing(first), await variable(first, 'amount')]).toEqual([['WAIT_receive'], 1])
    const next = await begin(waiting, 'B-1')
    await deliver()
    expect([await standing(next), await variable(next, 'amount')]).toEqual([['WAIT_receive'], 2])
    expect(await messagesLeft()).toBe(0)
  })

  it('is gone when its time to live is over', async () => {
    await send({ name: 'paid', correlationKey: 'C-1', timeToLive: 60 })
    await send({ name: 'paid', correlationKey: 'C-1', timeToLive: 0 })
    await deliver()
    expect(await messagesLeft()).toBe(1)
    now = new Date(now.getTime() + 61_000)
    await deliver()
    expect(await messagesLeft()).toBe(0)
    const id = await begin(waiting, 'C-1')
    await deliver()
    expect(await standing(id)).toEqual(['WAIT_catch'])
  })

  it('is then told to the administrator, once, and to nobody else', async () => {
    const names = ['paid', 'payed'].map((name) => ({ name, correlationKey: 'C-2', timeToLive: 0 }))
    for (const message of names) await send({ ...message, data: { secret: '不留' } })
    if (!secondRunner) throw new Error('no second server')
    await Promise.all([deliver(), secondRunner.runDue()])
    const url = '/api/messages/expired'
    const list = async (query = '') =>
      (await admin({ url: `${url}${query}` })).json<{ items: ExpiredMessage[]; next?: string }>()
    const { items } = await list()
    const ours = items.filter(({ correlationKey }) => correlationKey === 'C-2')
    expect(ours).toHaveLength(2)
    for (const { name, awaitedBy } of [
      { name: 'paid', awaitedBy: [waiting.name] },
      { name: 'payed', awaitedBy: [] },
    ])
      expect(ours.find((message) => message.name === name)).toMatchObject({
        by: { username: 'processAdmin' },
        awaitedBy,
      })
    expect(JSON.stringify(ours)).not.toContain('不留')
    const first = await list('?limit=1')
    const second = await list(`?limit=1&cursor=${first.next}`)
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 2))
    expect((await app.as('generalManager')({ url })).statusCode).toBe(403)
    // The database keeps it to itself too.
    const seen = (username: string) =>
      app.database.query(app.idOf(username), `select from audit_log where action = 'message.expired'`)
    expect(await seen('generalManager')).toEqual([])
    expect((await seen('processAdmin')).length).toBe(items.length)
  })

  it('at a boundary event: the task goes on beside it, as often as one comes', async () => {
    const id = await begin(interrupted, 'D-1')
    await send({ name: 'more', correlationKey: 'D-1' })
    await send({ name: 'more', correlationKey: 'D-1' })
    await deliver()
    expect(await standing(id)).toEqual(['STOP_added', 'STOP_added', 'STOP_work'])
  })

  it('starts an event sub-process', async () => {
    const id = await begin(interrupted, 'E-1')
    await send({ name: 'asked', correlationKey: 'E-1', data: { question: '为什么？' } })
    await deliver()
    expect(await standing(id)).toEqual(['STOP_answer', 'STOP_work'])
  })

  it('repeated with its key is one message', async () => {
    const id = await begin(interrupted, 'F-1')
    const headers = { 'idempotency-key': 'message-F-1' }
    await send({ name: 'more', correlationKey: 'F-1' }, headers)
    await send({ name: 'more', correlationKey: 'F-1' }, headers)
    await deliver()
    expect(await standing(id)).toEqual(['STOP_added', 'STOP_work'])
  })

  it('is refused from anybody but an administrator', async () => {
    const answer = await app.as('marketManager')({
      method: 'POST',
      url: '/api/messages',
      payload: { name: 'paid', correlationKey: 'A-1' },
    })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'FORBIDDEN'])
  })

  it('that two servers deliver at once, each message once: one is taken, the other waits', async () => {
    if (!secondRunner) throw new Error('no second server')
    for (let round = 0; round < 20; round++) {
      const order = `G-${round}`
      const id = await begin(waiting, order)
      await send({ name: 'paid', correlationKey: order, data: { amount: 1 } })
      await send({ name: 'paid', correlationKey: order, data: { amount: 2 } })
      await Promise.all([deliver(), secondRunner.runDue()])
      expect(await standing(id)).toEqual(['WAIT_receive'])
      expect(await messagesLeft()).toBe(round + 1)
    }
  })

  it('that begins to be waited for in the instant in which it is put aside is not lost', async () => {
    const begun = await Promise.all(
      Array.from({ length: 40 }, async (_, round) => {
        const [id] = await Promise.all([
          begin(waiting, `H-${round}`),
          send({ name: 'paid', correlationKey: `H-${round}` }).then(deliver),
        ])
        return id
      }),
    )
    await deliver()
    const places = await Promise.all(begun.map(standing))
    expect(places.filter(([place]) => place !== 'WAIT_receive')).toEqual([])
  })
})

describe('a signal', () => {
  it('reaches everything that waits for it at that moment', async () => {
    const [one, other] = [await begin(interrupted, 'S-1'), await begin(interrupted, 'S-2')]
    await signal({ name: 'recall' })
    await deliver()
    expect([await standing(one), await standing(other)]).toEqual([['STOP_recalled'], ['STOP_recalled']])
    const late = await begin(interrupted, 'S-3')
    await deliver()
    expect(await standing(late)).toEqual(['STOP_work'])
  })
})

describe('an instance that throws', () => {
  it('reaches the instance with its key, and by a signal everybody', async () => {
    const [payee, running] = [await begin(waiting, 'T-1'), await begin(interrupted, 'T-2')]
    await begin(throwing, 'T-1')
    await deliver()
    expect(await standing(payee)).toEqual(['WAIT_receive'])
    expect(await standing(running)).toEqual(['STOP_recalled'])
  })
})

it('nothing waits any more for an instance that has ended', async () => {
  const id = await begin(interrupted, 'Z-1')
  const waits = () =>
    app.database.asSystem((tx) =>
      tx.query<{ name: string }>('select name from message_waits where instance_id = $1 order by name', [id]),
    )
  expect((await waits()).map(({ name }) => name)).toEqual(['asked', 'more', 'recall'])
  await admin({ method: 'POST', url: `/api/instances/${id}/terminate`, payload: { opinion: '不再需要' } })
  expect(await waits()).toEqual([])
})
