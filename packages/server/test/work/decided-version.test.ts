import type { InstanceDetail, TimelineEntry } from '@canmou/contract'
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { JobRunner } from '../../src/jobs/job-runner.ts'
import { workJobs } from '../../src/work/jobs.ts'
import { openWork } from '../../src/work/work.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { fields } from './field-access.ts'
import { signed } from './signatures/pictures.ts'
import { installSteps, type DrawnStep } from './steps-in-a-row.ts'

// Which version a decision is on, where it is not the one that the task was put with or the step has a form of its own.
const clock = { at: new Date() }
const app = useApp({ now: () => clock.at })
const work = new Work(app)
const author = 'marketManager'
const decider = 'technicalDirector'
const amender = 'productMarketingManager'

const plan = { record: 'MRP' }
const write = (several = false): DrawnStep => ({
  id: 'write',
  by: author,
  form: 'MRP',
  ...(several && { properties: { many: 'true' } }),
  outputs: several ? { MRP_ids: '=records.recordId' } : { MRP_id: '=recordId' },
})
const all = { ...plan, recordVariable: 'MRP_ids' }
/** Whoever approves may change the method, which makes the next version. */
const amend: DrawnStep = { id: 'amend', by: amender, properties: plan, canmou: fields({ method: 'write' }) }

const friday = new Date('2026-11-27T10:00:00+08:00')
beforeEach(() => {
  clock.at = friday
})

async function tick(time: string): Promise<void> {
  clock.at = new Date(`${time}+08:00`)
  const now = (): Date => clock.at
  const { database } = app
  const events = new EventEmitter()
  const files = new FileStore('/nonexistent')
  const server = openWork({ database, catalogue: await loadCatalogue(catalogueFolder), files, events, now })
  const onFailure = ({ kind }: { kind: string }, cause: unknown): never => {
    throw new Error(`${kind} failed`, { cause })
  }
  await new JobRunner({ database, handlers: workJobs(server), now, onFailure }).runDue()
}

async function submitted(steps: readonly (DrawnStep | readonly DrawnStep[])[]): Promise<string> {
  const { id } = await work.start(author, await installSteps(app, steps))
  await work.act(author, id, 'write', 'submit', { data: completePlan() })
  return id
}

const entryOf = ({ timeline }: InstanceDetail, taskId: string): TimelineEntry | undefined =>
  timeline.find((entry) => entry.taskId === taskId && entry.decision !== undefined)

const storedVersions = (taskId: string) =>
  app.database.asSystem((tx) =>
    tx.query<{ version: number }>(
      `select coalesce(d.record_version, t.record_version) as version
       from tasks t left join task_documents d on d.task_id = t.id
       where t.id = $1 order by d.record_id`,
      [taskId],
    ),
  )

describe('a decision with a form of its own beside the document', () => {
  const decide = (canmou: string): DrawnStep => ({
    id: 'decide',
    by: decider,
    form: 'DSO',
    properties: plan,
    canmou,
  })
  const data = { objective: '三个月内签约两家。' }

  it('names the version that was decided on, and its hand signature does', async () => {
    const id = await submitted([
      write(),
      decide('<canmou:task decision="approve-reject" signature="required" />'),
    ])
    const task = await work.openTask(decider, id, 'decide')
    // The signer says which version was before him, as at any other step.
    const url = `/api/tasks/${task.id}/approve`
    const blind = await app.as(decider)({ method: 'POST', url, payload: { data, ...signed() } })
    expect([blind.statusCode, blind.json<{ code: string }>().code]).toEqual([409, 'RECORD_CHANGED'])
    await work.act(decider, id, 'decide', 'approve', { data, ...signed(1) })
    const instance = await work.instance(author, id)
    const [record] = instance.records
    const documents = [{ recordId: record?.id, number: record?.number, version: 1 }]
    expect(entryOf(instance, task.id)).toMatchObject({ recordVersion: 1, signature: { documents } })
    const { opinions } = await work.task(decider, task.id)
    expect(opinions.find(({ taskId }) => taskId === task.id)).toMatchObject({
      recordVersion: 1,
      signature: { documents },
    })
  })

  it('is none where the form is only filled in', async () => {
    const id = await submitted([write(), decide('<canmou:task decision="none" />')])
    const task = await work.openTask(decider, id, 'decide')
    await work.act(decider, id, 'decide', 'submit', { data })
    expect(entryOf(await work.instance(author, id), task.id)?.recordVersion).toBeUndefined()
  })
})

describe('a decision by time limit', () => {
  const limit = '<canmou:task limit="P1D" onLimit="pass" />'

  it('is on the newest version, though the task was put with another', async () => {
    const id = await submitted([
      write(),
      [{ id: 'decide', by: decider, properties: plan, canmou: limit }, amend],
    ])
    const task = await work.openTask(decider, id, 'decide')
    await work.act(amender, id, 'amend', 'approve', { data: { method: '电话访谈。' } })
    await tick('2026-11-30T10:00:00')
    const instance = await work.instance(author, id)
    expect(instance).toMatchObject({ status: 'completed', records: [{ version: 2 }] })
    expect(entryOf(instance, task.id)).toMatchObject({ recordVersion: 2 })
    expect(await storedVersions(task.id)).toEqual([{ version: 2 }])
  })

  it('is on the newest version of each of several', async () => {
    const several = { id: 'decide', by: decider, properties: all, canmou: limit }
    const process = await installSteps(app, [write(true), [several, { ...amend, properties: all }]])
    const { id } = await work.start(author, process)
    const { id: writing } = await work.openTask(author, id, 'write')
    await work.fillDocuments(author, writing, [completePlan(), completePlan()])
    await work.act(author, id, 'write', 'submit')
    const task = await work.openTask(decider, id, 'decide')
    const { id: amending } = await work.openTask(amender, id, 'amend')
    const { documents = [] } = await work.task(amender, amending)
    const changed = documents.map(({ id: record, version }, index) => ({
      id: record,
      version,
      ...(index === 1 && { data: { method: '电话访谈。' } }),
    }))
    await work.act(amender, id, 'amend', 'approve', { documents: changed })
    await tick('2026-11-30T10:00:00')
    const versions = (await storedVersions(task.id)).map(({ version }) => version)
    expect(versions.toSorted()).toEqual([1, 2])
  })
})
