import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { fields } from './field-access.ts'
import { installSteps } from './steps-in-a-row.ts'

// A document that somebody writes anew in one branch, while another branch may change fields of it (docs/decisions/0017).
const app = useApp()
const work = new Work(app)
const author = 'marketManager'
const decider = 'productMarketingManager'
const filler = 'technicalDirector'
const rewriter = 'businessUnitManager'
let process = ''

beforeAll(async () => {
  const record = { record: 'MRP' }
  process = await installSteps(app, [
    { id: 'write', by: author, form: 'MRP', outputs: { MRP_id: '=recordId' } },
    [
      { id: 'again', by: rewriter, form: 'MRP' },
      { id: 'decide', by: decider, properties: record, canmou: fields({ method: 'write' }) },
      {
        id: 'fill',
        by: filler,
        properties: { ...record, editable: 'method' },
        canmou: '<canmou:task decision="none" />',
      },
    ],
    { id: 'read', by: author, properties: record },
  ])
})

async function begin(): Promise<string> {
  const { id } = await work.start(author, process)
  await work.act(author, id, 'write', 'submit', { data: completePlan() })
  return id
}
async function act(by: string, id: string, step: string, verb: string, payload: object = {}) {
  const { id: taskId } = await work.openTask(by, id, step)
  const answer = await app.as(by)({ method: 'POST', url: `/api/tasks/${taskId}/${verb}`, payload })
  return { status: answer.statusCode, ...answer.json<{ code?: string; message?: string }>() }
}
const nameOf = async (username: string): Promise<string> => {
  const { name } = (await app.as(username)({ url: '/api/me' })).json<{ name: string }>()
  return name
}

describe('a document that is being written in the branch beside', () => {
  it('is not changed by whoever decides or fills in, who is told who writes it', async () => {
    const id = await begin()
    const changes = { data: { method: '访谈' }, recordVersion: 1 }
    for (const [by, step, verb] of [
      [decider, 'decide', 'approve'],
      [filler, 'fill', 'submit'],
    ] as const) {
      const refused = await act(by, id, step, verb, changes)
      expect([step, refused.status, refused.code]).toEqual([step, 409, 'RECORD_BEING_EDITED'])
      // The one who has it before him, who need not be its author.
      expect(refused.message).toContain(await nameOf(rewriter))
    }
    const { tasks, records } = await work.instance(author, id)
    expect(records[0]?.version).toBe(1)
    expect(tasks.filter(({ state }) => state === 'open')).toHaveLength(3)
  })

  it('may be decided on as it is', async () => {
    const id = await begin()
    expect((await act(decider, id, 'decide', 'approve', { recordVersion: 1 })).status).toBe(200)
    expect((await act(rewriter, id, 'again', 'submit', { data: completePlan() })).status).toBe(200)
  })

  it('is changed once it has been submitted, in the version that then is before whoever decides', async () => {
    const id = await begin()
    const data = { ...completePlan(), background: '改写' }
    expect((await act(rewriter, id, 'again', 'submit', { data })).status).toBe(200)
    const old = await act(decider, id, 'decide', 'approve', { data: { method: '访谈' }, recordVersion: 1 })
    expect([old.status, old.code]).toEqual([409, 'RECORD_CHANGED'])
    const now = { data: { method: '访谈' }, recordVersion: 2 }
    expect((await act(decider, id, 'decide', 'approve', now)).status).toBe(200)
    const { records } = await work.instance(author, id)
    const record = await app.as(author)({ url: `/api/records/${records[0]?.id ?? ''}` })
    expect(record.json()).toMatchObject({ version: 3, data: { method: '访谈', background: '改写' } })
  })

  it('is written by one of the two who act in the same instant', { timeout: 30_000 }, async () => {
    for (let round = 0; round < 6; round++) {
      const id = await begin()
      const submit = () => act(rewriter, id, 'again', 'submit', { data: completePlan() })
      const approve = () =>
        act(decider, id, 'decide', 'approve', { data: { method: '访谈' }, recordVersion: 1 })
      const [one, two] = await Promise.all(round % 2 === 0 ? [submit(), approve()] : [approve(), submit()])
      const [submitted, approved] = round % 2 === 0 ? [one, two] : [two, one]
      expect(submitted.status).toBe(200)
      expect(['RECORD_BEING_EDITED', 'RECORD_CHANGED']).toContain(approved.code)
      const { records } = await work.instance(author, id)
      expect(records[0]?.version).toBe(2)
    }
  })
})
