import type { Substitution } from '@canmou/contract'
import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { JobRunner } from '../../src/jobs/job-runner.ts'
import { localDay } from '../../src/organization/local-day.ts'
import { workJobs } from '../../src/work/jobs.ts'
import { openWork } from '../../src/work/work.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'

const app = useApp()
const work = new Work(app)
const dayMs = 86_400_000
const day = (offset: number): string => localDay(new Date(Date.now() + offset * dayMs))
const today = { from: day(0), to: day(0) }

const post = (by: string, url: string, payload: object = {}) => app.as(by)({ method: 'POST', url, payload })
const get = async <Answer>(by: string, url: string): Promise<Answer> =>
  (await app.as(by)({ method: 'GET', url })).json<Answer>()
const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code

async function name(by: string, substitute: string, more: object = {}): Promise<Substitution> {
  const answer = await post(by, '/api/substitutions', { substitute, ...today, ...more })
  expect(answer.statusCode, answer.body).toBe(201)
  const { items } = answer.json<{ items: Substitution[] }>()
  const made = items.find((one) => one.state !== 'over' && one.substitute.username === substitute)
  if (!made) throw new Error('It is not in the list')
  return made
}
const end = (by: string, { id }: Substitution) => post(by, `/api/substitutions/${id}/end`)

/** A plan that waits for the budget approval of the businessUnitManager. */
async function atBudget(level?: 'secret'): Promise<string> {
  const { id } = await work.start('marketManager', 'SC-001')
  await work.act('marketManager', id, 'SC001_draftPlan', 'submit', {
    data: { ...completePlan(), researchType: 'routine' },
    ...(level && { level }),
  })
  await work.act('productMarketingManager', id, 'SC001_reviewPlan', 'approve')
  return id
}

type Box = { items: { instance: { id: string }; task?: { onBehalfOf?: { username: string } } }[] }
const inBox = async (by: string, box: string, id: string) =>
  (await get<Box>(by, `/api/tasks?box=${box}&limit=100`)).items.find(({ instance }) => instance.id === id)

afterEach(async () => {
  const { items } = await get<{ items: Substitution[] }>('processAdmin', '/api/substitutions')
  for (const one of items) if (one.state !== 'over') await end('processAdmin', one)
})

describe('代理', () => {
  it('shows both the task, and says in the history and on the document who signed in whose place', async () => {
    const id = await atBudget()
    expect((await app.as('production')({ method: 'GET', url: `/api/instances/${id}` })).statusCode).toBe(404)
    const one = await name('businessUnitManager', 'production', { reason: '出差' })
    const before = await get<{ todo: number }>('production', '/api/tasks/counts')
    expect(before.todo).toBeGreaterThan(0)
    expect((await inBox('production', 'todo', id))?.task?.onBehalfOf?.username).toBe('businessUnitManager')
    expect((await inBox('businessUnitManager', 'todo', id))?.task?.onBehalfOf).toBeUndefined()

    const task = await work.openTask('production', id, 'SC001_approveBudget')
    expect(await work.task('production', task.id)).toMatchObject({
      onBehalfOf: { username: 'businessUnitManager' },
      substitutes: [{ username: 'production' }],
      record: { version: 1 },
      mode: 'snapshot',
    })
    await work.act('production', id, 'SC001_approveBudget', 'approve', { opinion: '同意' })

    const { timeline, tasks } = await work.instance('marketManager', id)
    expect(timeline).toContainEqual(
      expect.objectContaining({
        type: 'taskCompleted',
        elementId: 'SC001_approveBudget',
        person: expect.objectContaining({ username: 'production' }) as object,
        onBehalfOf: expect.objectContaining({ username: 'businessUnitManager' }) as object,
      }),
    )
    expect(tasks.find(({ elementId }) => elementId === 'SC001_approveBudget')).toMatchObject({
      holders: [{ username: 'production' }],
      onBehalfOf: { username: 'businessUnitManager' },
    })
    // Done by one, in the place of the other: both find it.
    expect(await inBox('production', 'done', id)).toBeDefined()
    expect((await inBox('businessUnitManager', 'done', id))?.task?.onBehalfOf?.username).toBe(
      'businessUnitManager',
    )
    await end('businessUnitManager', one)
    // What he did he goes on seeing.
    expect((await work.instance('production', id)).id).toBe(id)
  })

  it('leaves the task with the holder too: whoever is faster does it, once, and the other is told who it was', async () => {
    await name('businessUnitManager', 'production')
    for (let round = 0; round < 20; round++) {
      const id = await atBudget()
      const task = await work.openTask('businessUnitManager', id, 'SC001_approveBudget')
      const both =
        round % 2 === 0 ? ['businessUnitManager', 'production'] : ['production', 'businessUnitManager']
      const answers = await Promise.all(both.map((by) => post(by, `/api/tasks/${task.id}/approve`)))
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
      const refused = answers.filter(({ statusCode }) => statusCode === 409)
      expect(refused.map(codeOf)).toEqual(['TASK_DONE'])
      const { tasks } = await work.instance('marketManager', id)
      expect(tasks.filter(({ elementId }) => elementId === 'SC001_jointSign')).toHaveLength(4)
    }
  })

  it('holds for the named processes alone, and only while it lasts', async () => {
    const id = await atBudget()
    const other = await name('businessUnitManager', 'production', { processes: ['SC-004'] })
    expect(await inBox('production', 'todo', id)).toBeUndefined()
    await end('businessUnitManager', other)
    const later = await name('businessUnitManager', 'production', { from: day(1), to: day(3) })
    expect(later.state).toBe('planned')
    expect(await inBox('production', 'todo', id)).toBeUndefined()
    await end('businessUnitManager', later)
    const now = await name('businessUnitManager', 'production', { processes: ['SC-001', 'SC-004'] })
    const task = await work.openTask('production', id, 'SC001_approveBudget')
    await end('businessUnitManager', now)
    // The page was open when it was ended.
    expect(codeOf(await post('production', `/api/tasks/${task.id}/approve`))).toBe('NOT_FOUND')
    expect((await app.as('production')({ method: 'GET', url: `/api/tasks/${task.id}` })).statusCode).toBe(404)
    expect(await inBox('production', 'todo', id)).toBeUndefined()
  })

  it('lets nobody approve in another place what he began himself, nor pass it on', async () => {
    const id = await atBudget()
    const own = await name('businessUnitManager', 'marketManager')
    const task = await work.openTask('businessUnitManager', id, 'SC001_approveBudget')
    expect((await work.task('marketManager', task.id)).verbs).toEqual([])
    expect(codeOf(await post('marketManager', `/api/tasks/${task.id}/approve`))).toBe('TASK_NOT_YOURS')
    await end('businessUnitManager', own)
    const one = await name('businessUnitManager', 'production')
    const passed = await post('production', `/api/tasks/${task.id}/transfer`, {
      to: { person: 'financeManager' },
      opinion: '请代办',
    })
    expect(codeOf(passed)).toBe('VERB_REFUSED')
    const returned = await post('production', `/api/tasks/${task.id}/returnToPrevious`, { opinion: '再核' })
    expect(returned.statusCode, returned.body).toBe(200)
    const { timeline } = await work.instance('marketManager', id)
    expect(timeline).toContainEqual(
      expect.objectContaining({
        verb: 'returnToPrevious',
        onBehalfOf: expect.objectContaining({ username: 'businessUnitManager' }) as object,
      }),
    )
    await end('businessUnitManager', one)
  })

  it('shows a substitute the documents of the task and no others, and what he is not cleared for not at all', async () => {
    const id = await atBudget()
    const { records } = await work.instance('marketManager', id)
    const [record] = records
    const see = (by: string) => app.as(by)({ method: 'GET', url: `/api/records/${record?.id ?? ''}` })
    expect((await see('technology')).statusCode).toBe(404)
    const one = await name('businessUnitManager', 'technology')
    expect((await see('technology')).statusCode).toBe(200)
    const secret = await atBudget('secret')
    expect(await inBox('businessUnitManager', 'todo', secret)).toBeDefined()
    expect(await inBox('technology', 'todo', secret)).toBeUndefined()
    expect((await app.as('technology')({ method: 'GET', url: `/api/instances/${secret}` })).statusCode).toBe(
      404,
    )
    await end('businessUnitManager', one)
    expect((await see('technology')).statusCode).toBe(404)
  })

  it('finds what the open task is about by search and in the list, while the period lasts, and nothing else', async () => {
    const id = await atBudget()
    const [other, secret] = [await atBudget(), await atBudget('secret')]
    const recordOf = async (instance: string) => {
      const [record] = (await work.instance('marketManager', instance)).records
      return record?.id ?? ''
    }
    const records = await Promise.all([id, other, secret].map(recordOf))
    await work.act('businessUnitManager', other, 'SC001_approveBudget', 'approve')
    type Found = { items: { id: string }[] }
    const found = async (query: string): Promise<string[]> => {
      const { items } = await get<Found>('technology', `/api/records?limit=100${query}`)
      return items.map(({ id: one }) => one).filter((one) => records.includes(one))
    }
    const { number = '' } = (await work.instance('marketManager', id)).records[0] ?? {}
    const everywhere = async () => [
      await found(''),
      await found('&kind=MRP'),
      await found(`&q=${encodeURIComponent(number)}`),
    ]
    const nothing = [[], [], []]
    expect(await everywhere()).toEqual(nothing)
    const one = await name('businessUnitManager', 'technology')
    expect(await everywhere()).toEqual([[records[0]], [records[0]], [records[0]]])
    await end('businessUnitManager', one)
    expect(await everywhere()).toEqual(nothing)
  })

  it('tells the open pages of both when a period begins and when it ends, once, whichever server is awake', async () => {
    const later = await name('businessUnitManager', 'production', { from: day(1), to: day(2) })
    const clock = { at: new Date() }
    const told: string[][] = []
    const catalogue = await loadCatalogue(catalogueFolder)
    const server = (): JobRunner => {
      const events = new EventEmitter()
      events.on('changed', (people: string[]) => told.push(people))
      const now = (): Date => clock.at
      const { database } = app
      const files = new FileStore('/nonexistent')
      const handlers = new Map(
        [...workJobs(openWork({ database, catalogue, files, events, now }))].filter(
          ([kind]) => kind === 'substitutionTurns',
        ),
      )
      return new JobRunner({ database, handlers, now, onFailure: () => undefined })
    }
    const tick = async (at: string): Promise<string[][]> => {
      told.length = 0
      clock.at = new Date(at)
      await Promise.all([server(), server()].map((one) => one.runDue()))
      return told.map((people) => [...people].sort())
    }
    const both = [app.idOf('businessUnitManager'), app.idOf('production')].sort()
    expect(await tick(`${day(1)}T00:00:00+08:00`)).toContainEqual(both)
    expect(await tick(`${day(2)}T00:00:00+08:00`)).not.toContainEqual(both)
    const last = await tick(`${day(3)}T00:00:00+08:00`)
    expect(last.filter((people) => people.join() === both.join())).toHaveLength(1)
    expect(await tick(`${day(4)}T00:00:00+08:00`)).not.toContainEqual(both)
    await end('businessUnitManager', later)
  })

  it('refuses with a code what makes no sense', async () => {
    const refusal = async (by: string, payload: object): Promise<string> =>
      codeOf(await post(by, '/api/substitutions', { ...today, ...payload }))
    expect(await refusal('production', { substitute: 'production' })).toBe('SUBSTITUTE_ONESELF')
    expect(await refusal('production', { substitute: 'nobodyAtAll' })).toBe('NO_SUCH_PERSON')
    const ways = [
      { from: day(2), to: day(1) },
      { from: day(-3), to: day(-1) },
      { from: day(0), to: day(500) },
    ]
    for (const period of ways)
      expect(await refusal('production', { substitute: 'marketManager', ...period })).toBe(
        'SUBSTITUTION_PERIOD',
      )
    expect(await refusal('production', { substitute: 'marketManager', from: '2026-02-30' })).toBe(
      'REQUEST_INVALID',
    )
    expect(await refusal('production', { substitute: 'marketManager', processes: ['SC-999'] })).toBe(
      'PROCESS_UNKNOWN',
    )
    expect(await refusal('production', { person: 'marketManager', substitute: 'businessUnitManager' })).toBe(
      'FORBIDDEN',
    )
    const one = await name('production', 'marketManager')
    expect(await refusal('production', { substitute: 'marketManager' })).toBe('SUBSTITUTION_OVERLAPS')
    expect(await refusal('businessUnitManager', { substitute: 'production' })).toBe('SUBSTITUTE_IS_AWAY')
    expect((await end('businessUnitManager', one)).statusCode).toBe(404)
    expect((await end('marketManager', one)).statusCode).toBe(403)
    expect((await end('production', one)).statusCode).toBe(200)
    expect((await end('production', one)).statusCode).toBe(200)
  })

  it('makes one entry of two clicks in the same instant, and lets the 流程管理员 name it for somebody who is ill', async () => {
    const clicks = await Promise.all(
      [1, 2, 3].map(() =>
        post('production', '/api/substitutions', { substitute: 'marketManager', ...today }),
      ),
    )
    expect(clicks.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
    const { items } = await get<{ items: Substitution[] }>('production', '/api/substitutions')
    for (const one of items) await end('production', one)
    const answer = await post('processAdmin', '/api/substitutions', {
      person: 'financeManager',
      substitute: 'production',
      ...today,
    })
    expect(answer.statusCode, answer.body).toBe(201)
    const seen = await get<{ items: Substitution[] }>('production', '/api/substitutions')
    const made = seen.items.find(({ person }) => person.username === 'financeManager')
    expect(made).toMatchObject({ state: 'running', mayEnd: false })
    const others = await get<{ items: Substitution[] }>('productMarketingManager', '/api/substitutions')
    expect(others.items).toEqual([])
    if (made) expect((await end('processAdmin', made)).statusCode).toBe(200)
  })
})
