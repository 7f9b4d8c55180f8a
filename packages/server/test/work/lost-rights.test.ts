import type { InstanceDetail, TimelineEntry } from '@canmou/contract'
import { EventEmitter } from 'node:events'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { JobRunner } from '../../src/jobs/job-runner.ts'
import { workJobs } from '../../src/work/jobs.ts'
import { openWork } from '../../src/work/work.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { Editor, today } from '../organization/editor.ts'
import { Work } from './approval.ts'
import { completePlan } from '../records/plan.ts'
import { author, drawnProcesses } from './drawn-process.ts'

// Somebody may not do any more what is before him: he is cleared for less, or holds the position no more.
const clock = { at: new Date() }
const app = useApp({ now: () => clock.at })
const work = new Work(app)
const editor = new Editor(app)
const { begin } = drawnProcesses(app, work, 'LOST')
const catalogue = await loadCatalogue(catalogueFolder)
const everybody = ['keyAccountManager1', 'keyAccountManager2', 'keyAccountManager3']

function newServer(): JobRunner {
  const now = (): Date => clock.at
  const { database } = app
  const files = new FileStore('/nonexistent')
  const handlers = workJobs(openWork({ database, catalogue, files, events: new EventEmitter(), now }))
  return new JobRunner({
    database,
    handlers,
    now,
    onFailure: (job, error) => {
      throw new Error(`${job.kind} failed`, { cause: error })
    },
  })
}
const settle = () => newServer().runDue()

async function clear(username: string, clearance: 'public' | 'internal'): Promise<void> {
  const { revision } = await editor.person(app.idOf(username))
  const answer = await editor.send('PATCH', `people/${app.idOf(username)}`, { revision, clearance })
  expect(answer.status).toBe(204)
}

const askedAt = ({ tasks }: InstanceDetail, elementId: string): string[] =>
  tasks
    .filter((one) => one.state === 'open' && one.elementId === elementId)
    .flatMap(({ holders }) => holders.map(({ username }) => username))
    .sort()
const asked = async (id: string, elementId = 'A'): Promise<string[]> =>
  askedAt(await work.instance(author, id), elementId)
const told = async (id: string, type: TimelineEntry['type']): Promise<TimelineEntry[]> =>
  (await work.instance(author, id)).timeline.filter((entry) => entry.type === type)
const versionOf = async (id: string): Promise<number> =>
  (
    await app.database.asSystem((tx) =>
      tx.first<{ version: number }>('select version from instances where id = $1', [id]),
    )
  )?.version ?? 0
const press = (by: string, taskId: string) =>
  app.as(by)({ method: 'POST', url: `/api/tasks/${taskId}/approve`, payload: {} })

/** The position, held by somebody new whom no other test knows. */
async function held(username: string, position: string, more: object = {}): Promise<string> {
  const { id } = await editor.takeIn(username)
  expect((await editor.appoint(id, position, more)).status).toBe(201)
  return id
}
async function end(personId: string, position: string, to: string): Promise<void> {
  const { assignments } = await editor.positionPage(position)
  const one = assignments.find(({ person, state }) => person.id === personId && state === 'current')
  const { id = '', revision = 0 } = one ?? {}
  expect((await editor.send('PATCH', `assignments/${id}`, { revision, to })).status).toBe(204)
}

describe('a clearance that is lowered', () => {
  afterEach(async () => {
    clock.at = new Date()
    for (const username of [...everybody, 'graphicDesigner']) await clear(username, 'internal')
    await settle()
  })

  it('takes the task from him, and leaves it with those who have it too', async () => {
    const id = await begin('user A group=keyAccountManager\nS > A > B > E')
    const task = await work.openTask('keyAccountManager1', id, 'A')
    expect(await asked(id)).toEqual(everybody)
    await clear('keyAccountManager1', 'public')
    // At once, whatever the job does: he is not cleared.
    expect((await press('keyAccountManager1', task.id)).statusCode).toBe(404)
    await settle()
    expect(await asked(id)).toEqual(everybody.slice(1))
    expect(await told(id, 'reseated')).toMatchObject([
      { elementId: 'A', opinion: '涉密等级已低于流程的密级', to: [expect.anything(), expect.anything()] },
    ])
    expect(
      (await app.as('keyAccountManager1')({ method: 'GET', url: `/api/tasks/${task.id}` })).statusCode,
    ).toBe(404)
    // It stays away when he is cleared again: others have it.
    await clear('keyAccountManager1', 'internal')
    await settle()
    expect(await asked(id)).toEqual(everybody.slice(1))
    await work.act('keyAccountManager2', id, 'A', 'approve')
    expect(await asked(id, 'B')).toEqual([author])
  })

  it('follows the rule that the drawing has for a vacant position, or shows the task to the 流程管理员 as such', async () => {
    const passed = await begin('user A group=graphicDesigner c:vacant=pass\nS > A > B > E')
    const left = await begin('user A group=graphicDesigner\nS > A > B > E')
    await clear('graphicDesigner', 'public')
    await settle()
    expect(await asked(passed, 'B')).toEqual([author])
    expect(await told(passed, 'autoDecided')).toMatchObject([{ elementId: 'A', byRule: { rule: 'vacant' } }])
    expect(await asked(left)).toEqual(['processAdmin'])
    expect(await told(left, 'incident')).toMatchObject([
      { elementId: 'A', opinion: '原办理人已无权办理，也没有别人可以接手，已另行安排' },
    ])
    await work.act('processAdmin', left, 'A', 'approve')
    expect(await asked(left, 'B')).toEqual([author])
  })

  it('writes nothing where he is cleared still', async () => {
    const id = await begin('user A group=financeManager\nS > A > E')
    const version = await versionOf(id)
    const { revision } = await editor.person(app.idOf('financeManager'))
    const person = `people/${app.idOf('financeManager')}`
    await editor.send('PATCH', person, { revision, clearance: 'secret' })
    await settle()
    expect([await asked(id), await versionOf(id)]).toEqual([['financeManager'], version])
    await editor.send('PATCH', person, { revision: revision + 1, clearance: 'confidential' })
  })

  it('is settled once by several servers, and each signer’s place by itself', async () => {
    const drawing = 'user A group=graphicDesigner,keyAccountManager c:mode=all\nS > A > B > E'
    const ids = await Promise.all(Array.from({ length: 6 }, () => begin(drawing)))
    const before = await Promise.all(ids.map(versionOf))
    await clear('graphicDesigner', 'public')
    await Promise.all([newServer(), newServer(), newServer()].map((server) => server.runDue()))
    for (const [index, id] of ids.entries()) {
      expect(await versionOf(id)).toBe((before[index] ?? 0) + 1)
      expect(await asked(id)).toEqual([...everybody, 'processAdmin'].sort())
    }
  })

  it('lets a colleague act in the same instant: he has done it, and nobody else is asked', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await begin('user A group=keyAccountManager\nS > A > B > E')
      const task = await work.openTask('keyAccountManager2', id, 'A')
      await clear('keyAccountManager1', 'public')
      const [answer] = await Promise.all([press('keyAccountManager2', task.id), settle(), settle()])
      expect(answer.statusCode, answer.body).toBe(200)
      await settle()
      expect([await asked(id), await asked(id, 'B')]).toEqual([[], [author]])
      await clear('keyAccountManager1', 'internal')
    }
  })
})

describe('a holding that ends', () => {
  let leaver = ''
  beforeAll(async () => {
    clock.at = new Date()
    leaver = await held('leaver', 'purchasing', { from: '2026-01-01' })
  })

  it('leaves the open tasks of the position with its other holders', async () => {
    const id = await begin('user A group=purchasing\nS > A > E')
    expect(await asked(id)).toEqual(['leaver', 'purchasing'])
    await end(leaver, 'purchasing', today(-1))
    await settle()
    expect(await asked(id)).toEqual(['purchasing'])
    expect(await told(id, 'reseated')).toMatchObject([{ elementId: 'A', opinion: '不再担任该岗位' }])
  })

  it('gives them to whoever is appointed in his place, from that day on', async () => {
    const id = await begin('user A group=adminAssistant\nuser B group=adminAssistant\nS > A > B > E')
    const { assignments } = await editor.positionPage('adminAssistant')
    const { id: assignment = '', revision = 0 } = assignments.find(({ state }) => state === 'current') ?? {}
    const replaces = { id: assignment, revision }
    await held('successor', 'adminAssistant', { from: today(2), replaces })
    await settle()
    expect(await asked(id)).toEqual(['adminAssistant'])
    clock.at = new Date(Date.now() + 2 * 86_400_000)
    await settle()
    expect(await asked(id)).toEqual(['successor'])
    expect(await told(id, 'reseated')).toMatchObject([{ to: ['successor（演示）'] }])
    clock.at = new Date()
  })

  it('gives a document that is being written to whoever goes on with it, with what is written', async () => {
    const writer = 'afterSalesEngineer'
    const id = await begin('user A form=MRP group=afterSalesEngineer\nuser B\nS > A > B > E')
    const task = await work.openTask(writer, id, 'A')
    const { record } = await work.task(writer, task.id)
    const payload = { data: completePlan(), revision: record?.draftRevision }
    const url = `/api/records/${record?.id ?? ''}/draft`
    const saved = await app.as(writer)({ method: 'PUT', url, payload })
    expect(saved.statusCode, saved.body).toBe(200)
    expect((await editor.appoint(app.idOf('technology'), writer)).status).toBe(201)
    await end(app.idOf(writer), writer, today(-1))
    await settle()
    expect(await asked(id)).toEqual(['technology'])
    const page = await work.task('technology', task.id)
    expect([page.mode, page.record?.data['method']]).toEqual(['form', completePlan()['method']])
    await work.act('technology', id, 'A', 'submit', { data: completePlan() })
    expect(await asked(id, 'B')).toEqual([author])
  })

  it('takes nothing that he was named for, or got from a colleague', async () => {
    const second = await held('second', 'technology', { from: '2026-01-01' })
    const named = await begin('user A assignee=second\nS > A > E')
    const given = await begin('user A group=purchasing\nS > A > E')
    await work.act('purchasing', given, 'A', 'transfer', { to: { person: 'second' }, opinion: '请代办' })
    const versions = [await versionOf(named), await versionOf(given)]
    await end(second, 'technology', today(-1))
    await settle()
    expect([await asked(named), await asked(given)]).toEqual([['second'], ['second']])
    expect([await versionOf(named), await versionOf(given)]).toEqual(versions)
  })

  it('does not wait for the day any more once it goes on', async () => {
    const third = await held('third', 'production', { from: '2026-01-01' })
    await end(third, 'production', today(5))
    const jobs = () =>
      app.database.asSystem((tx) =>
        tx.query(`select from jobs where kind = 'rightsLost' and payload ->> 'personId' = $1`, [third]),
      )
    expect(await jobs()).toHaveLength(1)
    const { assignments } = await editor.positionPage('production')
    const { id = '', revision = 0 } = assignments.find(({ person }) => person.id === third) ?? {}
    expect((await editor.send('PATCH', `assignments/${id}`, { revision, to: null })).status).toBe(204)
    expect(await jobs()).toHaveLength(0)
  })
})
