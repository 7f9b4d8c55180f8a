import { EventEmitter } from 'node:events'
import { readdir, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Attachment, TaskDetail, VerbOffer } from '@canmou/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { sweepFiles } from '../../src/files/sweep-files.ts'
import { localDay } from '../../src/organization/local-day.ts'
import { useApp } from '../app.ts'
import { png, uploadOf, uploadToTask } from '../files/form.ts'
import { catalogueFolder } from '../folders.ts'
import { completePlan } from '../records/plan.ts'
import { Work } from './approval.ts'
import { redraw } from './redraw.ts'

// 意见附件: files that go with an opinion, and steps that may not be passed without one. SC-001 asks for one where the plan is
// written and where its budget is approved.
const app = useApp()
const work = new Work(app)
const author = 'marketManager'
const reviewer = 'productMarketingManager'
const approver = 'businessUnitManager'
const budget = 'SC001_approveBudget'

beforeAll(() =>
  redraw(app.database, 'SC-001', {
    SC001_draftPlan: 'attachment="required"',
    [budget]: 'attachment="required"',
  }),
)

const post = (by: string, url: string, payload: object = {}, headers = {}) =>
  app.as(by)({ method: 'POST', url, payload, headers })
const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code
const get = async <Answer>(by: string, url: string): Promise<Answer> => (await app.as(by)({ url })).json()

async function attach(by: string, taskId: string, name = '报价单.png'): Promise<string> {
  const answer = await app.as(by)(uploadToTask(taskId, png, name))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<Attachment>().id
}
const waiting = async (by: string, taskId: string): Promise<string[]> =>
  (await get<{ items: Attachment[] }>(by, `/api/tasks/${taskId}/attachments`)).items.map(({ id }) => id)
const statusOf = async (by: string, fileId: string): Promise<number> =>
  (await app.as(by)({ url: `/api/attachments/${fileId}` })).statusCode

/** A plan with a file in it that waits for its review. */
async function atReview(level?: string): Promise<string> {
  const { id } = await work.start(author, 'SC-001')
  const { id: taskId } = await work.openTask(author, id, 'SC001_draftPlan')
  const { record } = await work.task(author, taskId)
  const file = (await app.as(author)(uploadOf(record?.id ?? '', png, '附图.png'))).json<Attachment>()
  const data = { ...completePlan(), researchType: 'routine' }
  await work.act(author, id, 'SC001_draftPlan', 'submit', {
    data,
    attachmentIds: [file.id],
    ...(level !== undefined && { level }),
  })
  return id
}
/** The open task of the budget approval. */
async function atBudget(level?: string): Promise<{ id: string; taskId: string }> {
  const id = await atReview(level)
  await work.act(reviewer, id, 'SC001_reviewPlan', 'approve')
  return { id, taskId: (await work.openTask(approver, id, budget)).id }
}

describe('a step that asks for a file', () => {
  it('is not passed without one, says so before the click, and shows it with the opinion', async () => {
    const { id, taskId } = await atBudget()
    const offered = (await work.task(approver, taskId)).verbs
    expect(offered.map(({ verb, attachment }) => [verb, attachment])).toEqual([
      ['approve', 'required'],
      ['reject', 'optional'],
    ])
    const url = `/api/tasks/${taskId}/approve`
    for (const payload of [{}, { attachmentIds: [] }]) {
      const refused = await post(approver, url, payload)
      expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'ATTACHMENT_REQUIRED'])
    }
    const file = await attach(approver, taskId)
    expect(await waiting(approver, taskId)).toEqual([file])
    const answer = await post(approver, url, { attachmentIds: [file, file], opinion: '见报价单' })
    expect(answer.statusCode, answer.body).toBe(200)

    const given = [
      expect.objectContaining({ id: file, name: '报价单.png', uploadedBy: expect.anything() as unknown }),
    ]
    const { timeline } = await work.instance(author, id)
    expect(timeline).toContainEqual(
      expect.objectContaining({ type: 'taskCompleted', taskId, opinion: '见报价单', attachments: given }),
    )
    const { opinions } = await work.task(approver, taskId)
    expect(opinions.find((one) => one.taskId === taskId)?.attachments).toEqual(given)
    const download = await app.as(author)({ url: `/api/attachments/${file}` })
    expect(download.rawPayload).toEqual(png)
    expect(String(download.headers['content-disposition'])).toMatch(/^attachment; /)
    expect(await waiting(approver, taskId)).toEqual([])
  })

  it('may be refused without one, for whoever refuses has said why', async () => {
    const { id } = await atBudget()
    await work.act(approver, id, budget, 'reject', { opinion: '超出年度预算' })
    expect((await work.instance(author, id)).tasks[0]).toMatchObject({
      elementId: 'SC001_draftPlan',
      state: 'open',
    })
  })

  it('is not got around by adding a signer after oneself', async () => {
    const { taskId } = await atBudget()
    const { items } = await get<{ items: VerbOffer[] }>(approver, `/api/tasks/${taskId}/verbs`)
    expect(items.find(({ verb }) => verb === 'addSignerAfter')?.attachment).toBe('required')
    expect(items.find(({ verb }) => verb === 'transfer')?.attachment).toBe('none')
    const url = `/api/tasks/${taskId}/addSignerAfter`
    const signers = [{ person: 'financeManager' }]
    const refused = await post(approver, url, { signers })
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'ATTACHMENT_REQUIRED'])
    // Whoever may not do it at all is told that, and not what would be missing.
    expect(codeOf(await post(author, url, { signers }))).toBe('VERB_REFUSED')
    const file = await attach(approver, taskId)
    const answer = await post(approver, url, { signers, attachmentIds: [file] })
    expect(answer.statusCode, answer.body).toBe(200)
    const { timeline } = await work.instance(author, (await work.task(approver, taskId)).instanceId)
    expect(timeline).toContainEqual(
      expect.objectContaining({
        verb: 'addSignerAfter',
        attachments: [expect.objectContaining({ id: file })],
      }),
    )
  })

  it('that writes a document asks for one in the document', async () => {
    const { id } = await work.start(author, 'SC-001')
    const task = await work.openTask(author, id, 'SC001_draftPlan')
    expect((await work.task(author, task.id)).verbs).toMatchObject([
      { verb: 'submit', attachment: 'required' },
    ])
    const submit = (attachmentIds: string[]) =>
      post(author, `/api/tasks/${task.id}/submit`, { data: completePlan(), attachmentIds })
    const refused = await submit([])
    expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'ATTACHMENT_REQUIRED'])
    expect(codeOf(await app.as(author)(uploadToTask(task.id, png, 'a.png')))).toBe('ATTACHMENT_IN_DOCUMENT')
  })
})

describe('a file with an opinion', () => {
  it('may be given at every decision and with a return, and goes with the task alone', async () => {
    const id = await atReview()
    const { id: taskId } = await work.openTask(reviewer, id, 'SC001_reviewPlan')
    expect((await work.task(reviewer, taskId)).verbs.map(({ attachment }) => attachment)).toEqual([
      'optional',
      'optional',
    ])
    const file = await attach(reviewer, taskId)
    const answer = await post(reviewer, `/api/tasks/${taskId}/returnToStarter`, {
      opinion: '批注见附件',
      attachmentIds: [file],
    })
    expect(answer.statusCode, answer.body).toBe(200)
    const { timeline } = await work.instance(author, id)
    expect(timeline).toContainEqual(
      expect.objectContaining({
        verb: 'returnToStarter',
        attachments: [expect.objectContaining({ id: file })],
      }),
    )
    // The next round begins without it.
    const { record } = await work.task(author, (await work.openTask(author, id, 'SC001_draftPlan')).id)
    expect(record?.attachments.map(({ name }) => name)).toEqual(['附图.png'])
    await work.act(author, id, 'SC001_draftPlan', 'submit')
    const again = await work.openTask(reviewer, id, 'SC001_reviewPlan')
    expect(again.id).not.toBe(taskId)
    expect(await waiting(reviewer, again.id)).toEqual([])
  })

  it('is uploaded by whoever has the task, while it is open', async () => {
    const { id, taskId } = await atBudget()
    const upload = async (by: string) => codeOf(await app.as(by)(uploadToTask(taskId, png, 'a.png')))
    expect(await upload(author)).toBe('TASK_NOT_YOURS')
    expect(await upload('projectStaff')).toBe('NOT_FOUND')
    expect(codeOf(await app.as(approver)(uploadToTask(taskId, '<html>', 'a.html')))).toBe('FILE_TYPE_REFUSED')
    await work.act(approver, id, budget, 'reject', { opinion: '不同意' })
    expect(await upload(approver)).toBe('TASK_DONE')
  })

  it('is its uploader’s alone until he decides, and then seen by those who see the document', async () => {
    const { taskId } = await atBudget('secret')
    const file = await attach(approver, taskId)
    for (const by of [author, reviewer, 'generalManager', 'projectStaff']) {
      expect([by, await statusOf(by, file)]).toEqual([by, 404])
      expect(await waiting(by, taskId)).toEqual([])
    }
    await post(approver, `/api/tasks/${taskId}/approve`, { attachmentIds: [file] })
    const { record } = await get<TaskDetail>(approver, `/api/tasks/${taskId}`)
    const people = [
      author,
      reviewer,
      approver,
      'generalManager',
      'projectStaff',
      'production',
      'processAdmin',
      'technicalDirector',
    ]
    const seen = await Promise.all(
      people.map(async (by) => {
        const [document, task] = await Promise.all([
          app.as(by)({ url: `/api/records/${record?.id ?? ''}` }),
          app.as(by)({ url: `/api/tasks/${taskId}` }),
        ])
        const both = document.statusCode === 200 && task.statusCode === 200
        return [by, both ? 200 : 404, await statusOf(by, file)]
      }),
    )
    for (const [by, documents, status] of seen) expect([by, status]).toEqual([by, documents])
    expect(new Set(seen.map(([, , status]) => status))).toEqual(new Set([200, 404]))
  })

  it('counts once, and only where its uploader sends it from his own task', async () => {
    const [first, second] = [await atBudget(), await atBudget()]
    const file = await attach(approver, first.taskId)
    const elsewhere = await post(approver, `/api/tasks/${second.taskId}/approve`, { attachmentIds: [file] })
    expect([elsewhere.statusCode, codeOf(elsewhere)]).toEqual([409, 'ATTACHMENT_GONE'])
    const removed = await attach(approver, first.taskId, 'b.png')
    expect(
      (await app.as(approver)({ method: 'DELETE', url: `/api/attachments/${removed}` })).statusCode,
    ).toBe(204)
    const url = `/api/tasks/${first.taskId}/approve`
    const gone = await post(approver, url, { attachmentIds: [file, removed] })
    expect([gone.statusCode, codeOf(gone)]).toEqual([409, 'ATTACHMENT_GONE'])
    expect((await work.task(approver, first.taskId)).state).toBe('open')

    // The second click of the same request gets the first answer; another one is told that it is done.
    const payload = { attachmentIds: [file] }
    const answers = await Promise.all(
      [1, 2].map(() => post(approver, url, payload, { 'idempotency-key': 'once' })),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(answers[0]?.body).toBe(answers[1]?.body)
    expect(codeOf(await post(approver, url, payload))).toBe('TASK_DONE')
    const { timeline } = await work.instance(author, first.id)
    expect(timeline.filter(({ attachments }) => attachments)).toHaveLength(1)
    const kept = await app.as(approver)({ method: 'DELETE', url: `/api/attachments/${file}` })
    expect(codeOf(kept)).toBe('ATTACHMENT_FROZEN')
  })

  it('removed in the same instant is either part of the decision or gone, never both', async () => {
    for (let round = 0; round < 12; round++) {
      const { taskId } = await atBudget()
      const file = await attach(approver, taskId)
      const [acted, removed] = await Promise.all([
        post(approver, `/api/tasks/${taskId}/approve`, { attachmentIds: [file] }),
        app.as(approver)({ method: 'DELETE', url: `/api/attachments/${file}` }),
      ])
      const isPart = acted.statusCode === 200
      if (!isPart) expect(codeOf(acted)).toBe('ATTACHMENT_GONE')
      expect(removed.statusCode).toBe(isPart ? 409 : 204)
      expect((await work.task(approver, taskId)).state).toBe(isPart ? 'done' : 'open')
      expect(await statusOf(approver, file)).toBe(isPart ? 200 : 404)
    }
  })

  it('stays with a decision that was taken back; the task that is open again begins without', async () => {
    const { id, taskId } = await atBudget()
    const file = await attach(approver, taskId)
    await work.act(approver, id, budget, 'approve', { attachmentIds: [file] })
    await post(approver, `/api/tasks/${taskId}/takeBack`)
    const again = await work.openTask(approver, id, budget)
    expect(again.id).not.toBe(taskId)
    const url = `/api/tasks/${again.id}/approve`
    expect(codeOf(await post(approver, url))).toBe('ATTACHMENT_REQUIRED')
    expect(codeOf(await post(approver, url, { attachmentIds: [file] }))).toBe('ATTACHMENT_GONE')
    expect(await statusOf(author, file)).toBe(200)
  })

  it('is uploaded and given by a substitute with his own decision', async () => {
    const { taskId } = await atBudget()
    expect(codeOf(await app.as('production')(uploadToTask(taskId, png, 'a.png')))).toBe('NOT_FOUND')
    const day = localDay(new Date())
    await post(approver, '/api/substitutions', { substitute: 'production', from: day, to: day })
    const file = await attach('production', taskId)
    expect(codeOf(await post(approver, `/api/tasks/${taskId}/approve`, { attachmentIds: [file] }))).toBe(
      'ATTACHMENT_GONE',
    )
    const answer = await post('production', `/api/tasks/${taskId}/approve`, { attachmentIds: [file] })
    expect(answer.statusCode, answer.body).toBe(200)
    expect(await statusOf(approver, file)).toBe(200)
  })
})

describe('the sweep of files', () => {
  it('spares what waits at an open task, and removes what a closed one left behind', async () => {
    const open = await atBudget()
    const closed = await atBudget()
    const [spared, given, left] = [
      await attach(approver, open.taskId),
      await attach(approver, closed.taskId),
      await attach(approver, closed.taskId),
    ]
    await work.act(approver, closed.id, budget, 'approve', { attachmentIds: [given] })
    await app.database.asSystem((tx) =>
      tx.execute("update attachments set uploaded_at = now() - interval '30 days' where task_id is not null"),
    )
    const aged = new Date(Date.now() - 30 * 86_400_000)
    for (const entry of await readdir(app.filesDir, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) await utimes(path.join(entry.parentPath, entry.name), aged, aged)
    await sweepFiles({
      database: app.database,
      catalogue: await loadCatalogue(catalogueFolder),
      files: new FileStore(app.filesDir),
      events: new EventEmitter(),
      now: () => new Date(),
    })
    expect(await waiting(approver, open.taskId)).toEqual([spared])
    expect(await statusOf(approver, given)).toBe(200)
    expect(await statusOf(approver, left)).toBe(404)
    const kept = (await readdir(app.filesDir, { recursive: true })).map((one) => path.basename(one))
    expect([kept.includes(spared), kept.includes(given), kept.includes(left)]).toEqual([true, true, false])
  })
})
