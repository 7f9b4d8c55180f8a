import type { TaskDetail } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { fields } from './field-access.ts'
import { author, filler, known, reviewer, typed, useRightsDesk } from './rights-desk.ts'
import { installSteps } from './steps-in-a-row.ts'

const desk = useRightsDesk()

describe('a form of which a step shows less', () => {
  it('has nothing of a hidden field in any answer, and says which fields there are to read and to write', async () => {
    const id = await desk.begin()
    const taskId = await desk.taskOf(author, id, 'write')
    const { body, text } = await desk.send(author, 'GET', `/api/tasks/${taskId}`)
    const { record, fields: said } = body as unknown as TaskDetail
    expect(record?.data).toMatchObject({ expectedOutput: '报告一份' })
    expect(said?.writable).toContain('background')
    expect(said?.writable).not.toContain('expectedOutput')
    expect(text).not.toMatch(/滇缅|regions/)
    const draft = { data: typed, revision: record?.draftRevision }
    const saved = await desk.send(author, 'PUT', `/api/records/${record?.id ?? ''}/draft`, draft)
    expect(saved.status).toBe(200)
    const reread = await desk.send(author, 'GET', `/api/records/${record?.id ?? ''}`)
    const lists = await desk.send(author, 'GET', '/api/tasks')
    const done = await desk.send(author, 'POST', `/api/tasks/${taskId}/submit`, {})
    for (const answer of [saved, reread, lists, done]) expect(answer.text).not.toMatch(/滇缅|regions/)
    expect((await desk.planOf(id)).data).toMatchObject(known)
  })

  it('is not saved with a hidden field, nor with another value of one that is read', async () => {
    const id = await desk.begin()
    const { record } = await desk.work.task(author, await desk.taskOf(author, id, 'write'))
    const save = (data: object) =>
      desk.send(author, 'PUT', `/api/records/${record?.id ?? ''}/draft`, {
        data,
        revision: record?.draftRevision,
      })
    for (const change of [{ regions: '滇缅沿线' }, { regions: null }, { regions: '' }])
      expect((await save({ ...typed, ...change })).body).toMatchObject({
        code: 'FIELDS_LOCKED',
        message: '这一步不能修改：调研区域',
      })
    const both = await save({ ...typed, expectedOutput: '两份', method: null })
    expect(both.body.message).toBe('这一步不能修改：预期成果、调研方案')
    expect(await desk.storedDraft(id)).toMatchObject(known)
    // What is read may come along as it is, and stays where it does not.
    expect((await save({ ...typed, expectedOutput: '报告一份' })).status).toBe(200)
    expect(await desk.storedDraft(id)).toMatchObject({ ...known, background: '了解行业发展趋势' })
  })

  it('says so in the language of whoever asks', async () => {
    const id = await desk.begin()
    const submit = () =>
      desk.act(author, id, 'write', 'submit', { data: { ...typed, regions: 'x', expectedOutput: 'y' } })
    await desk.app.as(author)({ method: 'PATCH', url: '/api/me', payload: { locale: 'en' } })
    const english = (await submit()).body.message
    await desk.app.as(author)({ method: 'PATCH', url: '/api/me', payload: { locale: 'zh-TW' } })
    const traditional = (await submit()).body.message
    await desk.app.as(author)({ method: 'PATCH', url: '/api/me', payload: { locale: 'zh-CN' } })
    expect([english, traditional]).toEqual([
      'This step cannot change: Regions, Expected output',
      '這一步不能修改：調研區域、預期成果',
    ])
  })

  it('is not submitted with a hidden field or a changed one, and nothing is kept of it', async () => {
    const id = await desk.begin()
    for (const change of [{ regions: '华东' }, { expectedOutput: '两份' }])
      expect(
        (await desk.act(author, id, 'write', 'submit', { data: { ...typed, ...change } })).body.code,
      ).toBe('FIELDS_LOCKED')
    const unknown = await desk.act(author, id, 'write', 'submit', { data: { ...typed, constructor: 1 } })
    expect(unknown.body).toMatchObject({ code: 'RECORD_INVALID', details: [{ path: '/constructor' }] })
    expect((await desk.planOf(id)).version).toBe(0)
    expect(
      (await desk.act(author, id, 'write', 'submit', { data: { ...typed, ...known, regions: undefined } }))
        .status,
    ).toBe(200)
    expect((await desk.planOf(id)).data).toMatchObject(known)
  })

  it('asks its holder for nothing that he cannot write, and the step that can for it', async () => {
    const { id } = await desk.work.start(author, desk.process, {})
    await desk.work.act(author, id, 'write', 'submit', { data: typed })
    expect((await desk.planOf(id)).version).toBe(1)
    expect((await desk.act(reviewer, id, 'decide', 'approve')).body).toMatchObject({
      code: 'RECORD_INVALID',
      details: [{ path: '/method' }],
    })
    await desk.work.act(reviewer, id, 'decide', 'approve', { data: { method: '电话访谈' } })
    expect((await desk.planOf(id)).data).toMatchObject({ method: '电话访谈' })
  })
})

describe('a step that fills in a few fields', () => {
  it('writes those that it may, and is not asked for others', async () => {
    const id = await desk.beforeDecision()
    await desk.work.act(reviewer, id, 'decide', 'approve')
    const page = await desk.send(filler, 'GET', `/api/tasks/${await desk.taskOf(filler, id, 'fill')}`)
    const detail = page.body as unknown as TaskDetail
    expect(Object.keys(detail.record?.data ?? {}).sort()).toEqual(['period', 'regions', 'researchType'])
    expect(detail.record).toMatchObject({ attachments: [], links: [] })
    expect(detail.editable).toEqual(['regions'])
    expect((await desk.act(filler, id, 'fill', 'submit', { data: { background: 'x' } })).body.code).toBe(
      'FIELDS_LOCKED',
    )
    await desk.work.act(filler, id, 'fill', 'submit', { data: { regions: null } })
    const plan = await desk.planOf(id)
    expect(plan.data).not.toHaveProperty('regions')
    expect(plan.data).toMatchObject({ products: [desk.product], background: '了解行业发展趋势' })
    expect(plan.links.map(({ record }) => record.id)).toContain(desk.product)
  })
})

describe('a form of its own of which a step shows less', () => {
  const costs = [{ item: '机加工', amount: 870_000 }]
  it('goes into the process with what its holder does not see', async () => {
    const cost = await installSteps(desk.app, [
      {
        id: 'estimate',
        by: author,
        form: 'PCC',
        canmou: fields({ costItems: 'hidden' }),
        outputs: { unitCost: '=unitCost', costNote: '=costNote' },
      },
      { id: 'wait', by: reviewer },
    ])
    const { id } = await desk.work.start(author, cost, { costItems: costs })
    const page = await desk.send(author, 'GET', `/api/tasks/${await desk.taskOf(author, id, 'estimate')}`)
    expect(page.text).not.toMatch(/机加工|870000|costItems|unitCost/)
    expect(page.body).toMatchObject({
      stepForm: { fields: { writable: expect.arrayContaining(['costNote']) as unknown } },
    })
    const smuggled = { data: { costNote: '按定额', costItems: [] } }
    expect((await desk.act(author, id, 'estimate', 'submit', smuggled)).body.code).toBe('FIELDS_LOCKED')
    expect((await desk.act(author, id, 'estimate', 'submit', { data: {} })).body).toMatchObject({
      code: 'RECORD_INVALID',
      details: [{ path: '/costNote' }],
    })
    await desk.work.act(author, id, 'estimate', 'submit', { data: { costNote: '按定额' } })
    expect(await desk.variablesOf(id)).toMatchObject({ unitCost: 870_000, costNote: '按定额' })
  })
})
