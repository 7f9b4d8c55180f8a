import type { RecordVersion, TaskDetail } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { completePlan } from '../records/plan.ts'
import { attachFiles } from '../scenarios/attach-files.ts'
import { fields } from './field-access.ts'
import { author, filler, reviewer, typed, useRightsDesk } from './rights-desk.ts'
import { installSteps } from './steps-in-a-row.ts'

const desk = useRightsDesk()

describe('a decision on a document of which the step shows less', () => {
  const secret = /差旅|问卷印制|1200000|34550|1234550|保密样机|secret\.pdf|budget|products|"sources"/

  it('has nothing of the hidden fields in any answer: total, files, links and the version before', async () => {
    const id = await desk.beforeDecision()
    await desk.work.act(reviewer, id, 'decide', 'returnToStarter', { opinion: '请补充' })
    const again = await attachFiles(desk.app, await desk.taskOf(author, id, 'write'), author, {
      ...typed,
      background: '第二版',
      budgetItems: [{ item: '差旅', amount: 1_200_000 }],
    })
    await desk.work.act(author, id, 'write', 'submit', { data: again })
    const taskId = await desk.taskOf(reviewer, id, 'decide')
    const page = await desk.send(reviewer, 'GET', `/api/tasks/${taskId}`)
    const detail = page.body as unknown as TaskDetail
    expect(detail.record?.data).toMatchObject({ background: '第二版', regions: '滇缅沿线' })
    expect(detail.previous?.attachments.map(({ name }) => name)).toEqual(['sample.pdf'])
    expect(detail.fields).toMatchObject({ writable: ['method', 'keyAccountManagers'] })
    expect(detail.editable).toEqual(['method', 'keyAccountManagers'])
    const verbs = await desk.send(reviewer, 'GET', `/api/tasks/${taskId}/verbs`)
    const lists = await desk.send(reviewer, 'GET', '/api/tasks')
    const counts = await desk.send(reviewer, 'GET', '/api/tasks/counts')
    const done = await desk.send(reviewer, 'POST', `/api/tasks/${taskId}/approve`, {
      data: { method: '访谈' },
    })
    expect(done.status).toBe(200)
    const closed = await desk.send(reviewer, 'GET', `/api/tasks/${taskId}`)
    for (const { text } of [page, verbs, lists, counts, done, closed]) expect(text).not.toMatch(secret)
    // Elsewhere everybody sees what his clearance allows.
    expect(JSON.stringify(await desk.planOf(id))).toMatch(secret)
  })

  it('approved with changes makes the next version, frozen and hashed, and says who signed which', async () => {
    const id = await desk.beforeDecision()
    const before = await desk.planOf(id)
    const done = await desk.act(reviewer, id, 'decide', 'approve', {
      data: { method: '访谈', keyAccountManagers: [] },
    })
    expect(done.status).toBe(200)
    const after = await desk.planOf(id)
    expect(after).toMatchObject({
      version: 2,
      status: 'inApproval',
      data: { ...before.data, method: '访谈' },
    })
    const versions = await desk.send(author, 'GET', `/api/records/${after.id}/versions`)
    const [second, first] = (versions.body as unknown as { items: RecordVersion[] }).items
    expect(second).toMatchObject({ version: 2, submittedBy: { username: reviewer }, title: first?.title })
    expect(second?.sha256).not.toBe(first?.sha256)
    expect(second?.attachments).toHaveLength(2)
    const { opinions } = await desk.work.task(filler, await desk.taskOf(filler, id, 'fill'))
    expect(opinions.find(({ elementId }) => elementId === 'decide')).toMatchObject({ recordVersion: 2 })
  })

  it('approved as it is stays the version that was signed, and the process is told what it says', async () => {
    const id = await desk.beforeDecision()
    expect(
      (await desk.act(reviewer, id, 'decide', 'approve', { data: { method: '问卷与访谈' } })).status,
    ).toBe(200)
    expect((await desk.planOf(id)).version).toBe(1)
    expect(await desk.variablesOf(id)).toMatchObject({ method: '问卷与访谈' })
  })

  it('bears a title that says what it now says, unless somebody typed one', async () => {
    const process = await installSteps(desk.app, [
      { id: 'write', by: author, form: 'MRP', outputs: { MRP_id: '=recordId' } },
      {
        id: 'decide',
        by: reviewer,
        properties: { record: 'MRP' },
        canmou: fields({ researchType: 'write' }),
      },
      { id: 'read', by: author, properties: { record: 'MRP' } },
    ])
    const titleOf = async (title?: string): Promise<string> => {
      const { id } = await desk.work.start(author, process)
      await desk.work.act(author, id, 'write', 'submit', { data: completePlan(), ...(title && { title }) })
      await desk.work.act(reviewer, id, 'decide', 'approve', { data: { researchType: 'monthly' } })
      return (await desk.planOf(id)).title
    }
    expect(await titleOf()).toBe('月度市场调研策划书 2027-01-01')
    expect(await titleOf('西南调研')).toBe('西南调研')
  })

  it('is not refused with changes: its author makes them', async () => {
    const id = await desk.beforeDecision()
    const refusal = { opinion: '方法不对', data: { method: '访谈' } }
    expect((await desk.act(reviewer, id, 'decide', 'reject', refusal)).body).toMatchObject({
      code: 'CHANGES_NEED_APPROVAL',
      message: expect.stringContaining('调研方案') as unknown,
    })
    expect((await desk.planOf(id)).version).toBe(1)
    expect(
      (await desk.act(reviewer, id, 'decide', 'reject', { ...refusal, data: { method: '问卷与访谈' } }))
        .status,
    ).toBe(200)
  })

  it('takes no field that it does not let its holder write', async () => {
    const id = await desk.beforeDecision()
    const attempts = [
      { budgetItems: [] },
      { products: null },
      { background: '改过' },
      { method: 'x', regions: null },
    ]
    for (const data of attempts)
      expect((await desk.act(reviewer, id, 'decide', 'approve', { data })).body.code).toBe('FIELDS_LOCKED')
    expect((await desk.planOf(id)).version).toBe(1)
    expect((await desk.act(reviewer, id, 'decide', 'approve', { data: { method: ' ' } })).body.code).toBe(
      'RECORD_INVALID',
    )
  })

  it('is decided on the version that was shown', async () => {
    const id = await desk.beforeDecision()
    const first = await desk.act(reviewer, id, 'decide', 'approve', {
      recordVersion: 1,
      data: { method: '访谈' },
    })
    expect(first.status).toBe(200)
    const { body } = await desk.act(filler, id, 'fill', 'submit', {
      recordVersion: 1,
      data: { regions: '华东' },
    })
    expect(body).toMatchObject({ code: 'RECORD_CHANGED', message: expect.stringContaining('V2') as unknown })
    expect(
      (await desk.act(filler, id, 'fill', 'submit', { recordVersion: 2, data: { regions: '华东' } })).status,
    ).toBe(200)
    expect((await desk.planOf(id)).data).toMatchObject({ regions: '华东', method: '访谈' })
  })

  it('shows and locks the same once it is taken back or returned to', async () => {
    const id = await desk.beforeDecision()
    const taskId = await desk.taskOf(reviewer, id, 'decide')
    await desk.work.act(reviewer, id, 'decide', 'approve', { data: { method: '访谈' } })
    expect((await desk.send(reviewer, 'POST', `/api/tasks/${taskId}/takeBack`, {})).status).toBe(200)
    const again = await desk.send(reviewer, 'GET', `/api/tasks/${await desk.taskOf(reviewer, id, 'decide')}`)
    expect(again.body).toMatchObject({
      record: { version: 2, data: { method: '访谈' } },
      previous: { version: 1 },
    })
    expect(again.text).not.toMatch(secret)
    await desk.work.act(reviewer, id, 'decide', 'approve')
    expect((await desk.planOf(id)).version).toBe(2)
    await desk.work.act(filler, id, 'fill', 'returnToPrevious', { opinion: '再看看' })
    const returned = await desk.send(
      reviewer,
      'GET',
      `/api/tasks/${await desk.taskOf(reviewer, id, 'decide')}`,
    )
    expect(returned.text).not.toMatch(secret)
    expect((await desk.act(reviewer, id, 'decide', 'approve', { data: { products: [] } })).body.code).toBe(
      'FIELDS_LOCKED',
    )
  })

  it('is written by its holder alone: who is added reads, and who takes it over writes', async () => {
    const id = await desk.beforeDecision()
    await desk.work.act(reviewer, id, 'decide', 'addSignerParallel', {
      signers: [{ person: 'generalManager' }],
      opinion: '请一起看',
    })
    const added = await desk.send(
      'generalManager',
      'GET',
      `/api/tasks/${await desk.taskOf('generalManager', id, 'decide')}`,
    )
    expect(added.body).toMatchObject({ editable: [], fields: { writable: [] } })
    expect(added.text).not.toMatch(secret)
    const change = { data: { method: '访谈' } }
    expect((await desk.act('generalManager', id, 'decide', 'approve', change)).body.code).toBe(
      'FIELDS_LOCKED',
    )
    await desk.work.act(reviewer, id, 'decide', 'transfer', {
      to: { person: 'technicalDirector' },
      opinion: '请办理',
    })
    expect((await desk.act('technicalDirector', id, 'decide', 'approve', change)).status).toBe(200)
    // Who signs beside him is shown what has changed meanwhile, and signs that.
    expect((await desk.act('generalManager', id, 'decide', 'approve', { recordVersion: 1 })).body.code).toBe(
      'RECORD_CHANGED',
    )
    await desk.work.act('generalManager', id, 'decide', 'approve', { recordVersion: 2 })
    expect(await desk.variablesOf(id)).toMatchObject({ method: '访谈' })
    const { opinions } = await desk.work.task(filler, await desk.taskOf(filler, id, 'fill'))
    expect(
      opinions
        .filter(({ elementId, decision }) => elementId === 'decide' && decision === 'approve')
        .map((one) => one.recordVersion),
    ).toEqual([2, 2])
  })
})
