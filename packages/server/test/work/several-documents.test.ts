import type { Failure, RecordDetail, RecordSummary } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { useApp } from '../app.ts'
import { Research } from './research.ts'

// A step that makes several documents (catalogue/README.md, "Several documents"; domain.md 002-3, 002-4).
const app = useApp()
const research = new Research(app)
const { work, by } = research

/** The serial of MIC-202612-0007. */
const serial = (number = ''): number => Number(number.slice(-4))
const codeOf = (answer: { json: () => unknown }): string | undefined => (answer.json() as Failure).code

describe('adding documents', () => {
  it('begins with one and adds others, each prefilled, with a draft of its own', async () => {
    const id = await research.begin()
    const task = await research.step(id)
    expect(task).toMatchObject({ mode: 'form', canAdd: true })
    expect(task.documents).toMatchObject([{ id: task.record?.id, version: 0, status: 'draft', revision: 1 }])

    const added = await research.add(task.id)
    expect(added.statusCode).toBe(201)
    const { id: second } = added.json<{ id: string }>()
    await research.send(by, 'PUT', `/api/records/${second}/draft`, {
      data: await research.sheet({ source: '招标公告' }),
      revision: 1,
    })
    const shown = await research.send(by, 'GET', `/api/tasks/${task.id}?document=${second}`)
    const { record, documents } = shown.json<typeof task>()
    expect(record).toMatchObject({ id: second, data: { source: '招标公告' } })
    expect(documents?.map(({ problems }) => problems === 0)).toEqual([false, true])
    // What the step knows of its round of the loop is there, and so is whoever added it.
    const first = await work.task(by, task.id)
    expect(first.record?.data).toMatchObject({ region: '华东', collector: by })
    const third = await research.add(task.id)
    const fresh = await research.send(by, 'GET', `/api/records/${third.json<{ id: string }>().id}`)
    expect(fresh.json<RecordDetail>().data).toMatchObject({ region: '华东', collector: by })
  })

  it('adds one where the same click comes twice', async () => {
    const id = await research.begin()
    const { id: taskId } = await research.step(id)
    const [one, two] = await Promise.all([
      research.add(taskId, by, 'click-1'),
      research.add(taskId, by, 'click-1'),
    ])
    expect([one.statusCode, two.statusCode]).toEqual([201, 201])
    expect(one.json()).toEqual(two.json())
    expect(await research.documents(taskId)).toHaveLength(2)
  })

  it('is for those who hold the step, while it is open, and where the drawing says so', async () => {
    const id = await research.begin()
    const { id: taskId } = await research.step(id)
    expect(codeOf(await research.add(taskId, 'marketManager'))).toBe('TASK_NOT_YOURS')
    expect(codeOf(await research.add(taskId, 'financeManager'))).toBe('NOT_FOUND')
    const [document] = await research.documents(taskId)
    expect(codeOf(await research.remove(taskId, document?.id ?? '', 'marketManager'))).toBe('TASK_NOT_YOURS')
    await research.fill(id, [await research.sheet()])
    expect((await research.submit(taskId)).statusCode).toBe(200)
    expect(codeOf(await research.add(taskId))).toBe('TASK_DONE')

    const plan = await work.start('marketManager', 'SC-001')
    const { id: planTask } = await work.openTask('marketManager', plan.id, 'SC001_draftPlan')
    expect(codeOf(await research.add(planTask, 'marketManager'))).toBe('DOCUMENTS_NOT_SEVERAL')
  })

  it('stops at fifty', async () => {
    const id = await research.begin()
    const { id: taskId } = await research.step(id)
    for (let count = 1; count < 50; count++) expect((await research.add(taskId)).statusCode).toBe(201)
    expect(codeOf(await research.add(taskId))).toBe('DOCUMENTS_TOO_MANY')
    expect(await work.task(by, taskId)).toMatchObject({ canAdd: false })
  })
})

describe('giving a document up', () => {
  it('takes it off every list, and takes no number', async () => {
    const id = await research.begin()
    const sheet = await research.sheet()
    const taskId = await research.fill(id, [sheet, { ...sheet, source: '不要的一份' }, sheet])
    const [, unwanted] = await research.documents(taskId)
    expect((await research.remove(taskId, unwanted?.id ?? '')).statusCode).toBe(204)
    expect(codeOf(await research.remove(taskId, unwanted?.id ?? ''))).toBe('NOT_FOUND')
    expect((await research.documents(taskId)).map(({ id: one }) => one)).not.toContain(unwanted?.id)
    // Whoever has it open elsewhere is told; nothing of it comes back.
    const late = await research.send(by, 'PUT', `/api/records/${unwanted?.id}/draft`, {
      data: sheet,
      revision: 2,
    })
    expect(codeOf(late)).toBe('DRAFT_MISSING')
    await research.submit(taskId)
    const { records } = await work.instance(by, id)
    const numbers = records.flatMap(({ kind, number }) => (kind === 'MIC' ? serial(number) : []))
    expect(numbers).toHaveLength(2)
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1)
    const found = await research.send(
      by,
      'GET',
      `/api/records?kind=MIC&q=${encodeURIComponent('不要的一份')}`,
    )
    expect(found.json<{ items: RecordSummary[] }>().items).toEqual([])
  })

  it('also of the first, after which the next one is', async () => {
    const id = await research.begin()
    const sheet = await research.sheet()
    const taskId = await research.fill(id, [sheet, sheet])
    const [first, second] = await research.documents(taskId)
    await research.remove(taskId, first?.id ?? '')
    expect((await work.task(by, taskId)).record?.id).toBe(second?.id)
    expect((await research.submit(taskId)).statusCode).toBe(200)
  })

  it('is not possible of the last one, nor of one that was submitted', async () => {
    const id = await research.begin()
    const taskId = await research.fill(id, [await research.sheet()])
    const [only] = await research.documents(taskId)
    expect(codeOf(await research.remove(taskId, only?.id ?? ''))).toBe('DOCUMENT_NEEDED')
    await research.submit(taskId)
    await work.act('marketManager', id, 'SC002_checkData', 'reject', { opinion: '再补一份' })
    const again = await research.step(id)
    await research.add(again.id)
    const refused = await research.remove(again.id, only?.id ?? '')
    expect(codeOf(refused)).toBe('DOCUMENT_SUBMITTED')
    expect((refused.json() as Failure).message).toContain(again.record?.number)
  })
})

describe('submitting', () => {
  it('freezes all of them in one step, each with a number of its own', async () => {
    const id = await research.begin()
    const sheet = await research.sheet()
    const taskId = await research.fill(id, [sheet, { ...sheet, customerNeed: '希望远程诊断。' }, sheet])
    const before = await versionOf(id)
    expect((await research.submit(taskId)).statusCode).toBe(200)
    expect(await versionOf(id)).toBe(before + 1)
    const documents = await research.documents(taskId)
    expect(documents.map(({ version, status }) => [version, status])).toEqual(
      Array.from({ length: 3 }, () => [1, 'inApproval']),
    )
    const serials = documents.map(({ number }) => serial(number))
    expect(serials.map((one) => one - (serials[0] ?? 0))).toEqual([0, 1, 2])
    const { timeline } = await work.instance(by, id)
    expect(timeline.find((entry) => entry.taskId === taskId && entry.type === 'taskCompleted')).toMatchObject(
      { documents: documents.map((one) => ({ recordId: one.id, recordVersion: 1 })) },
    )
    expect(await plansOf(documents[2]?.id ?? '')).toEqual([await research.planNo()])
  })

  it('names the document and the field that are wrong, and submits none', async () => {
    const id = await research.begin()
    const sheet = await research.sheet()
    const taskId = await research.fill(id, [sheet, { ...sheet, source: undefined }, sheet])
    const documents = await research.documents(taskId)
    expect(documents.map(({ problems }) => problems)).toEqual([0, 1, 0])
    const refused = await research.submit(taskId)
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({
      code: 'DOCUMENTS_INVALID',
      message: '第 2 份共有 1 处需要修改，改好后再一并办理',
      details: [{ path: '/source', document: { id: documents[1]?.id, place: 2 } }],
    })
    expect((await research.documents(taskId)).map(({ version, number }) => [version, number])).toEqual(
      Array.from({ length: 3 }, () => [0, undefined]),
    )
  })

  it('is refused where another window, or a colleague, has added, removed or changed one since', async () => {
    const id = await research.begin()
    const sheet = await research.sheet()
    const taskId = await research.fill(id, [sheet])
    const seen = (await research.documents(taskId)).map(({ id: one, revision }) => ({ id: one, revision }))
    await research.add(taskId)
    expect(codeOf(await research.submit(taskId, { documents: seen }))).toBe('DRAFT_OUTDATED')
    // A page that knows one document only sends what stands in it.
    expect(codeOf(await research.submit(taskId, { data: sheet }))).toBe('DRAFT_OUTDATED')
    const [, added] = await research.documents(taskId)
    await research.remove(taskId, added?.id ?? '')
    const [{ id: only, revision } = { id: '', revision: 0 }] = seen
    await research.send(by, 'PUT', `/api/records/${only}/draft`, { data: sheet, revision })
    const outdated = await research.submit(taskId, { documents: seen })
    expect(outdated.json()).toMatchObject({
      code: 'DRAFT_OUTDATED',
      details: [{ document: { id: only, place: 1 } }],
    })
    const now = [{ id: only, revision: (revision ?? 0) + 1 }]
    expect((await research.submit(taskId, { documents: now })).statusCode).toBe(200)
  })
})

describe('deciding on several', () => {
  it('shows each of them, says so to each, and gives all of them their next version when refused', async () => {
    const id = await research.begin()
    const sheet = await research.sheet()
    const taskId = await research.fill(id, [sheet, { ...sheet, source: '招标公告' }])
    await research.submit(taskId)
    const check = await research.step(id, 'SC002_checkData', 'marketManager')
    expect(check).toMatchObject({ mode: 'snapshot', documents: [{ version: 1 }, { version: 1 }] })
    expect(check.canAdd).toBeUndefined()
    const [first, second] = check.documents ?? []
    const shown = await research.send('marketManager', 'GET', `/api/tasks/${check.id}?document=${second?.id}`)
    expect(shown.json<typeof check>().record).toMatchObject({ id: second?.id, data: { source: '招标公告' } })
    await work.act('marketManager', id, 'SC002_checkData', 'reject', { opinion: '都缺联系人' })

    const again = await research.step(id)
    expect(again.documents).toMatchObject([
      { id: first?.id, version: 1, status: 'returned', problems: 0 },
      { id: second?.id, version: 1, status: 'returned', problems: 0 },
    ])
    const other = await research.send(by, 'GET', `/api/tasks/${again.id}?document=${second?.id}`)
    expect(other.json<typeof again>()).toMatchObject({
      opinions: [{ decision: 'submit' }, { decision: 'reject', opinion: '都缺联系人', recordVersion: 1 }],
      record: { data: { checkResult: 'reject', checkOpinion: '都缺联系人' } },
    })
    await research.fill(id, [sheet, sheet, sheet])
    await research.submit(again.id)
    const final = await research.documents(again.id)
    expect(final.map(({ version }) => version)).toEqual([2, 2, 1])
    expect(final.slice(0, 2).map(({ number }) => number)).toEqual([first?.number, second?.number])
    // The step that was done first still shows what it submitted.
    expect((await research.documents(taskId)).map(({ version }) => version)).toEqual([1, 1])
  })

  it('gives them back to whoever takes his submission back, and lets more be added', async () => {
    const id = await research.begin()
    const sheet = await research.sheet()
    const taskId = await research.fill(id, [sheet, sheet])
    await research.submit(taskId)
    const back = await research.send(by, 'POST', `/api/tasks/${taskId}/takeBack`, {})
    expect(back.statusCode).toBe(200)
    const again = await research.step(id)
    expect(again.documents).toMatchObject([{ status: 'returned' }, { status: 'returned' }])
    expect((await research.add(again.id)).statusCode).toBe(201)
    await research.fill(id, [sheet, sheet, sheet])
    await research.submit(again.id)
    expect((await research.documents(again.id)).map(({ version }) => version)).toEqual([2, 2, 1])
  })

  it('keeps apart what was said about each manager’s sheets', async () => {
    const other = 'keyAccountManager2'
    const id = await research.begin([by, other])
    const sheets = [await research.sheet(), await research.sheet()]
    const mine = await research.fill(id, sheets)
    await research.submit(mine)
    await work.act('marketManager', id, 'SC002_checkData', 'reject', { opinion: '缺联系人' })
    const theirs = [await research.sheet({ collector: other })]
    await research.submit(await research.fill(id, theirs, 'SC002_doResearch', other), {}, other)
    await work.act('marketManager', id, 'SC002_checkData', 'approve', { opinion: '合格' })

    const again = await research.fill(id, sheets)
    await research.submit(again)
    const documents = await research.documents(again)
    for (const { id: sheet } of documents) {
      const detail = await research.send(by, 'GET', `/api/records/${sheet}`)
      expect(detail.json<RecordDetail>().data).toMatchObject({ checkOpinion: '缺联系人' })
    }
  })
})

async function versionOf(instanceId: string): Promise<number> {
  const row = await app.database.asSystem((tx) =>
    tx.first<{ version: number }>('select version from instances where id = $1', [instanceId]),
  )
  return row?.version ?? 0
}

/** The plans that a record is based on. */
async function plansOf(recordId: string): Promise<string[]> {
  const detail = await research.send('marketManager', 'GET', `/api/records/${recordId}`)
  return detail
    .json<RecordDetail>()
    .links.flatMap(({ type, direction, record }) => (type === 'basis' && direction === 'to' ? record.id : []))
}
