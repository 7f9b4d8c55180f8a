import type { InstanceDetail, TimelineEntry } from '@canmou/contract'
import { EventEmitter } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
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

// Somebody may not see any more what is before him: he is cleared for less.
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

  it('gives a document that is being written to whoever goes on with it, with what is written', async () => {
    const id = await begin('user A form=MRP group=keyAccountManager\nuser B\nS > A > B > E')
    const task = await work.openTask('keyAccountManager1', id, 'A')
    const { record } = await work.task('keyAccountManager1', task.id)
    const payload = { data: completePlan(), revision: record?.draftRevision }
    const url = `/api/records/${record?.id ?? ''}/draft`
    const saved = await app.as('keyAccountManager1')({ method: 'PUT', url, payload })
    expect(saved.statusCode, saved.body).toBe(200)
    await clear('keyAccountManager1', 'public')
    await settle()
    expect(await asked(id)).toEqual(everybody.slice(1))
    const page = await work.task('keyAccountManager2', task.id)
    expect([page.mode, page.record?.data['method']]).toEqual(['form', completePlan()['method']])
    await work.act('keyAccountManager2', id, 'A', 'submit', { data: completePlan() })
    expect(await asked(id, 'B')).toEqual([author])
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
  it('leaves open tasks where they are, to be reassigned; new ones go to whoever holds the position then', async () => {
    const { id: leaver } = await editor.takeIn('leaver')
    expect((await editor.appoint(leaver, 'purchasing', { from: '2026-01-01' })).status).toBe(201)
    const drawing = 'user A group=purchasing\nS > A > E'
    const before = await begin(drawing)
    const { assignments } = await editor.positionPage('purchasing')
    const holding = assignments.find(({ person, state }) => person.id === leaver && state === 'current')
    const { id = '', revision = 0 } = holding ?? {}
    const answer = await editor.send('PATCH', `assignments/${id}`, { revision, to: today(-1) })
    expect(answer.status).toBe(204)
    await settle()
    expect(await asked(before)).toEqual(['leaver', 'purchasing'])
    expect(await asked(await begin(drawing))).toEqual(['purchasing'])
  })
})
