import type { InstanceDetail, RecordVersion, TaskVerb, VerbOffer } from '@canmou/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { bpmnXml } from '../../../../engine/test/golden/build/bpmn-xml.ts'
import { readDrawing } from '../../../../engine/test/golden/build/notation.ts'
import { localDay } from '../../../src/organization/local-day.ts'
import { signaturePicture } from '../../../src/work/signatures/signature-picture.ts'
import { useApp } from '../../app.ts'
import { completePlan } from '../../records/plan.ts'
import { Work } from '../approval.ts'
import { installProcess } from '../install-process.ts'
import { redraw } from '../redraw.ts'
import { pngOf, signed, stroke } from './pictures.ts'

// 手写签名: SC-001 asks for one where the plan is reviewed and where its budget is approved.
const app = useApp()
const work = new Work(app)
const author = 'marketManager'
const reviewer = 'productMarketingManager'
const approver = 'businessUnitManager'
const review = 'SC001_reviewPlan'
const budget = 'SC001_approveBudget'

beforeAll(() =>
  redraw(app.database, 'SC-001', { [review]: 'signature="required"', [budget]: 'signature="required"' }),
)

const post = (by: string, url: string, payload: object = {}, headers = {}) =>
  app.as(by)({ method: 'POST', url, payload, headers })
const codeOf = (answer: { json: () => unknown }): string => (answer.json() as { code: string }).code
const picture = (by: string, taskId: string) => app.as(by)({ url: `/api/tasks/${taskId}/signature` })
const given = ({ timeline }: InstanceDetail, taskId: string) =>
  timeline.find((one) => one.taskId === taskId && one.type !== 'taskCreated')

async function atReview(level?: string): Promise<string> {
  const { id } = await work.start(author, 'SC-001')
  await work.act(author, id, 'SC001_draftPlan', 'submit', {
    data: { ...completePlan(), researchType: 'routine' },
    ...(level !== undefined && { level }),
  })
  return id
}
async function atBudget(level?: string): Promise<{ id: string; taskId: string }> {
  const id = await atReview(level)
  await work.act(reviewer, id, review, 'approve', { ...signed(1) })
  return { id, taskId: (await work.openTask(approver, id, budget)).id }
}
const versionOf = async (id: string, version: number): Promise<RecordVersion | undefined> => {
  const { records } = await work.instance(author, id)
  const url = `/api/records/${records[0]?.id ?? ''}/versions`
  const { items } = (await app.as(author)({ url })).json<{ items: RecordVersion[] }>()
  return items.find((one) => one.version === version)
}

describe('a step that asks for a hand signature', () => {
  it('is neither approved nor refused without one, and says so before the click', async () => {
    const { taskId } = await atBudget()
    const { verbs } = await work.task(approver, taskId)
    expect(verbs.map(({ verb, signature }) => [verb, signature])).toEqual([
      ['approve', true],
      ['reject', true],
    ])
    const { items } = (await app.as(approver)({ url: `/api/tasks/${taskId}/verbs` })).json<{
      items: VerbOffer[]
    }>()
    expect(items.filter(({ signature }) => signature).map(({ verb }) => verb)).toEqual(['addSignerAfter'])
    const bare: [TaskVerb, object][] = [
      ['approve', {}],
      ['reject', { opinion: '不同意' }],
      ['addSignerAfter', { signers: [{ person: 'financeManager' }] }],
    ]
    for (const [verb, payload] of bare) {
      const refused = await post(approver, `/api/tasks/${taskId}/${verb}`, payload)
      expect([verb, refused.statusCode, codeOf(refused)]).toEqual([verb, 422, 'SIGNATURE_REQUIRED'])
    }
    expect(codeOf(await post(author, `/api/tasks/${taskId}/addSignerAfter`, bare[2]?.[1]))).toBe(
      'VERB_REFUSED',
    )
    expect((await work.task(approver, taskId)).state).toBe('open')
  })

  it('keeps who signed, when, with what, and the version with its hash', async () => {
    const { id, taskId } = await atBudget()
    await work.act(approver, id, budget, 'approve', { ...signed(1) })
    const [record] = (await work.instance(author, id)).records
    const sha256 = (await versionOf(id, 1))?.sha256
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    const signature = {
      method: 'drawn',
      documents: [{ recordId: record?.id, number: record?.number, version: 1, sha256 }],
    }
    const { opinions } = await work.task(approver, taskId)
    expect(opinions.find((one) => one.taskId === taskId)).toMatchObject({ signature, recordVersion: 1 })
    expect(given(await work.instance(author, id), taskId)).toMatchObject({
      person: { username: approver },
      signature,
      recordVersion: 1,
    })
    const answer = await picture(author, taskId)
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
    })
    expect(answer.rawPayload).toEqual(signaturePicture(pngOf(stroke())))
  })

  it('takes a refusal with one, and adding a signer afterwards, which is an approval', async () => {
    const first = await atBudget()
    await work.act(approver, first.id, budget, 'reject', { opinion: '超出预算', ...signed(1) })
    expect((await picture(author, first.taskId)).statusCode).toBe(200)
    const second = await atBudget()
    await work.act(approver, second.id, budget, 'addSignerAfter', {
      signers: [{ person: 'financeManager' }],
      ...signed(1),
    })
    expect(given(await work.instance(author, second.id), second.taskId)).toMatchObject({
      verb: 'addSignerAfter',
      signature: { method: 'drawn' },
      recordVersion: 1,
    })
    // Whoever was added signs with his own hand.
    const added = await work.openTask('financeManager', second.id, budget)
    expect(codeOf(await post('financeManager', `/api/tasks/${added.id}/approve`))).toBe('SIGNATURE_REQUIRED')
    await work.act('financeManager', second.id, budget, 'approve', { ...signed(1, 7) })
    expect((await work.instance(author, second.id)).tasks[0]?.elementId).toBe('SC001_jointSign')
  })

  it('asks for none where somebody returns it, passes it on or asks for advice', async () => {
    const { id } = await atBudget()
    await work.act(approver, id, budget, 'transfer', { to: { person: 'generalManager' } })
    await work.act('generalManager', id, budget, 'returnToStarter', { opinion: '请补充' })
    expect((await work.instance(author, id)).tasks[0]?.elementId).toBe('SC001_draftPlan')
  })

  it('refuses what is no signature, in words, and keeps nothing of it', async () => {
    const { taskId } = await atBudget()
    const send = async (signature: object) =>
      post(approver, `/api/tasks/${taskId}/approve`, { signature, recordVersion: 1 })
    const method = 'drawn'
    const { signature: right } = signed()
    const refused: [object, string][] = [
      [{ image: Buffer.from('<svg/>').toString('base64'), method }, 'SIGNATURE_INVALID'],
      [
        { image: pngOf({ ...stroke(), at: () => [0, 0, 0, 0] }).toString('base64'), method },
        'SIGNATURE_BLANK',
      ],
      [{ image: 'no base64!', method }, 'REQUEST_INVALID'],
      [{ image: 'A'.repeat(400_001), method }, 'REQUEST_INVALID'],
      [{ ...right, method: 'stamped' }, 'REQUEST_INVALID'],
      [{ ...right, signer: 'generalManager' }, 'REQUEST_INVALID'],
    ]
    for (const [signature, code] of refused) expect(codeOf(await send(signature))).toBe(code)
    expect((await work.task(approver, taskId)).state).toBe('open')
    expect((await picture(approver, taskId)).statusCode).toBe(404)
  })

  it('says where the name was typed', async () => {
    const { id, taskId } = await atBudget()
    await work.act(approver, id, budget, 'approve', {
      ...signed(1),
      signature: { ...signed().signature, method: 'typed' },
    })
    expect(given(await work.instance(author, id), taskId)?.signature?.method).toBe('typed')
  })
})

describe('a hand signature', () => {
  it('is for the version that its signer had before him', async () => {
    // While the director decides on the plan, its author gives it another version in the branch beside.
    const drawing = readDrawing(
      'user A form=MRP group=marketManager c:decision=none\nuser C form=MRP group=marketManager c:decision=none\n' +
        'user B group=technicalDirector c:signature=required\nand F\nand J\nS > A > F > B > J > E\nF > C > J',
    )
    const decidesOn = '<zeebe:properties><zeebe:property name="record" value="MRP" /></zeebe:properties>'
    const xml = bpmnXml('SIG_2', drawing).replace(
      /(id="B"[^>]*>\s*<bpmn:extensionElements>)/,
      `$1${decidesOn}`,
    )
    await installProcess(app.database, { id: 'SIG-2', bpmnId: 'SIG_2', name: '边签边改', xml })
    const { id } = await work.start(author, 'SIG-2')
    await work.act(author, id, 'A', 'submit', { data: completePlan() })
    const { id: taskId } = await work.openTask('technicalDirector', id, 'B')
    const sign = (version?: number) =>
      post('technicalDirector', `/api/tasks/${taskId}/approve`, { ...signed(version) })
    for (const version of [undefined, 2]) {
      const refused = await sign(version)
      expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'RECORD_CHANGED'])
    }
    await work.act(author, id, 'C', 'submit', { data: { ...completePlan(), method: '访谈' } })
    const late = await sign(1)
    expect([late.statusCode, codeOf(late)]).toEqual([409, 'RECORD_CHANGED'])
    expect((await work.task('technicalDirector', taskId)).record?.version).toBe(2)
    const answer = await sign(2)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(given(await work.instance(author, id), taskId)).toMatchObject({
      recordVersion: 2,
      signature: { documents: [{ version: 2, sha256: (await versionOf(id, 2))?.sha256 }] },
    })
  })

  it('is not carried into the next round: everybody signs V2 anew, and V1 keeps its signatures', async () => {
    const { id, taskId } = await atBudget()
    const firstReview = (await work.instance(author, id)).tasks.find(({ elementId }) => elementId === review)
    await work.act(approver, id, budget, 'returnToStarter', { opinion: '请修改' })
    await work.act(author, id, 'SC001_draftPlan', 'submit')
    const again = await work.openTask(reviewer, id, review)
    expect((await picture(reviewer, again.id)).statusCode).toBe(404)
    const url = `/api/tasks/${again.id}/approve`
    expect(codeOf(await post(reviewer, url))).toBe('SIGNATURE_REQUIRED')
    expect(codeOf(await post(reviewer, url, { ...signed(1) }))).toBe('RECORD_CHANGED')
    await work.act(reviewer, id, review, 'approve', { ...signed(2, 5) })
    const detail = await work.instance(author, id)
    const hashes = [(await versionOf(id, 1))?.sha256, (await versionOf(id, 2))?.sha256]
    expect(
      [firstReview?.id ?? '', again.id].map((one) => given(detail, one)?.signature?.documents[0]?.sha256),
    ).toEqual(hashes)
    expect((await picture(author, taskId)).statusCode).toBe(404)
  })

  it('that was taken back counts no more, is kept, and is asked for again', async () => {
    const { id, taskId } = await atBudget()
    await work.act(approver, id, budget, 'approve', { ...signed(1) })
    await post(approver, `/api/tasks/${taskId}/takeBack`)
    const again = await work.openTask(approver, id, budget)
    expect(given(await work.instance(author, id), taskId)).toMatchObject({
      signature: { method: 'drawn' },
      takenBackAt: expect.any(String) as string,
    })
    const page = await work.task(approver, again.id)
    expect(page.opinions.find((one) => one.taskId === taskId)?.takenBackAt).toEqual(expect.any(String))
    expect(codeOf(await post(approver, `/api/tasks/${again.id}/approve`))).toBe('SIGNATURE_REQUIRED')
    await work.act(approver, id, budget, 'approve', { ...signed(1, 3) })
    expect(given(await work.instance(author, id), again.id)?.takenBackAt).toBeUndefined()
    const pictures = await Promise.all([taskId, again.id].map((one) => picture(author, one)))
    expect(pictures[0]?.rawPayload).not.toEqual(pictures[1]?.rawPayload)
  })

  it('is written once, however often it is sent', async () => {
    const { id, taskId } = await atBudget()
    const url = `/api/tasks/${taskId}/approve`
    const payload = { ...signed(1) }
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(approver, url, payload, { 'idempotency-key': 'sign' })),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
    expect(codeOf(await post(approver, url, { ...signed(1, 9) }))).toBe('TASK_DONE')
    expect((await picture(author, taskId)).rawPayload).toEqual(signaturePicture(pngOf(stroke())))
    const count = await app.database.asSystem((tx) =>
      tx.first<{ count: number }>('select count(*) from signatures where instance_id = $1', [id]),
    )
    expect(count?.count).toBe(2)
  })

  it('of a substitute is his own, and both are named', async () => {
    const { id, taskId } = await atBudget()
    const day = localDay(new Date())
    await post(approver, '/api/substitutions', { substitute: 'production', from: day, to: day })
    await work.act('production', id, budget, 'approve', { ...signed(1, 11) })
    expect(given(await work.instance(author, id), taskId)).toMatchObject({
      person: { username: 'production' },
      onBehalfOf: { username: approver },
      signature: { method: 'drawn' },
    })
    const row = await app.database.asSystem((tx) =>
      tx.first<{ signer: string }>('select signer_id as signer from signatures where task_id = $1', [taskId]),
    )
    expect(row?.signer).toBe(app.idOf('production'))
  })

  it('is seen by those who see the task’s document, and by nobody else', async () => {
    const { id, taskId } = await atBudget('secret')
    await work.act(approver, id, budget, 'approve', { ...signed(1) })
    const { record } = await work.task(approver, taskId)
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
        const [document, task, signature] = await Promise.all([
          app.as(by)({ url: `/api/records/${record?.id ?? ''}` }),
          app.as(by)({ url: `/api/tasks/${taskId}` }),
          picture(by, taskId),
        ])
        return [by, document.statusCode === 200 && task.statusCode === 200, signature.statusCode === 200]
      }),
    )
    for (const [by, documents, signature] of seen) expect([by, signature]).toEqual([by, documents])
    expect(new Set(seen.map(([, , signature]) => signature))).toEqual(new Set([true, false]))
    // Nobody writes or changes one beside the decision, not even with the server's own role.
    for (const statement of [
      "update signatures set method = 'typed'",
      'delete from signatures',
      'insert into signatures select * from signatures',
    ])
      await expect(app.database.asSystem((tx) => tx.execute(statement))).rejects.toThrow(/permission denied/)
  })
})

it('is made by whoever submits too, where the drawing asks him, for the version that he makes', async () => {
  const drawing = readDrawing(
    'user A form=MRP group=marketManager c:decision=none c:signature=required\nS > A > B > E',
  )
  await installProcess(app.database, {
    id: 'SIG-1',
    bpmnId: 'SIG_1',
    name: '编制人签字',
    xml: bpmnXml('SIG_1', drawing),
  })
  const { id } = await work.start(author, 'SIG-1')
  const task = await work.openTask(author, id, 'A')
  expect((await work.task(author, task.id)).verbs).toMatchObject([{ verb: 'submit', signature: true }])
  const url = `/api/tasks/${task.id}/submit`
  expect(codeOf(await post(author, url, { data: completePlan() }))).toBe('SIGNATURE_REQUIRED')
  const answer = await post(author, url, { data: completePlan(), ...signed() })
  expect(answer.statusCode, answer.body).toBe(200)
  const sha256 = (await versionOf(id, 1))?.sha256
  expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(given(await work.instance(author, id), task.id)).toMatchObject({
    decision: 'submit',
    signature: { method: 'drawn', documents: [{ version: 1, sha256 }] },
    recordVersion: 1,
  })
})
