import { describe, expect, it } from 'vitest'
import { completePlan } from '../records/plan.ts'
import { fields } from './field-access.ts'
import { author, decider, onAll, reviewer, useSeveralDesk } from './several-decided.ts'

// Deciding on several documents (docs/decisions/0017, 0019).
describe('whoever decides on several documents while one of them moves', () => {
  const desk = useSeveralDesk([
    [
      onAll({ id: 'decide', by: decider }),
      { id: 'again', by: author, form: 'MRP', properties: { many: 'true' } },
    ],
  ])

  it('is refused, and told which; what he decides on is what he was shown', async () => {
    const id = await desk.begin(3)
    const before = await desk.documents(decider, id, 'decide')
    expect(before.map(({ version }) => version)).toEqual([1, 1, 1])
    const seenAt = (versions: number[]) => ({
      documents: before.map(({ id: one }, index) => ({ id: one, version: versions[index] })),
    })
    await desk.submit(id, 'again', 3)
    expect((await desk.documents(decider, id, 'decide')).map(({ version }) => version)).toEqual([2, 2, 2])

    const old = await desk.act(decider, id, 'decide', 'approve', seenAt([1, 1, 1]))
    expect([old.status, old.body.code]).toEqual([409, 'RECORD_CHANGED'])
    expect(old.body.details?.map(({ document }) => document?.place)).toEqual([1, 2, 3])
    for (const verb of ['approve', 'reject'] as const) {
      const late = await desk.act(decider, id, 'decide', verb, { ...seenAt([2, 1, 2]), opinion: '意见' })
      expect([late.status, late.body]).toMatchObject([
        409,
        {
          code: 'RECORD_CHANGED',
          message: '第 2 份文档已有新版本 V2，请看过之后再办理',
          details: [{ document: { id: before[1]?.id, place: 2 } }],
        },
      ])
    }
    // Who names one only has not seen the others.
    for (const partial of [{ documents: seenAt([2, 2, 2]).documents.slice(0, 2) }, { recordVersion: 2 }]) {
      expect((await desk.act(decider, id, 'decide', 'approve', partial)).body.code).toBe('RECORD_CHANGED')
    }
    expect((await desk.act(decider, id, 'decide', 'approve', seenAt([2, 2, 2]))).status).toBe(200)
  })
})

describe('whoever may write fields of several documents while he decides', () => {
  const desk = useSeveralDesk([
    [
      onAll({
        id: 'decide',
        by: decider,
        canmou: fields({ method: 'write', keyAccountManagers: 'write', budgetItems: 'hidden' }),
        outputs: { methods: '=records.method', ids: '=records.recordId', method: '=method' },
      }),
      { id: 'again', by: author, form: 'MRP', properties: { many: 'true' } },
    ],
    onAll({ id: 'read', by: reviewer }),
  ])
  const seen = async (id: string, data: Record<number, object> = {}) => ({
    documents: (await desk.documents(decider, id, 'decide')).map((one, index) => ({
      id: one.id,
      version: one.version,
      ...(data[index] && { data: data[index] }),
    })),
  })
  /** The step beside has nothing to do any more. */
  const begin = async (count = 3): Promise<string> => {
    const id = await desk.begin(count)
    await desk.submit(id, 'again', count)
    return id
  }

  it('gives each that he changed its next version, the others none, and signs for each as it then is', async () => {
    const id = await begin()
    const page = await desk.page(decider, id, 'decide')
    const [, second, third] = page.documents ?? []
    const shown = await desk.page(decider, id, 'decide', second?.id)
    expect(shown).toMatchObject({ editable: ['method', 'keyAccountManagers'], record: { id: second?.id } })
    expect(shown.record?.data).not.toHaveProperty('budgetItems')

    const done = await desk.act(
      decider,
      id,
      'decide',
      'approve',
      await seen(id, { 1: { method: '访谈' }, 2: { method: '问卷', keyAccountManagers: [] } }),
    )
    expect(done).toMatchObject({ status: 200 })
    const documents = await desk.documents(reviewer, id, 'read')
    expect(documents.map(({ version }) => version)).toEqual([2, 3, 3])
    for (const [one, method] of [
      [second, '访谈'],
      [third, '问卷'],
    ] as const) {
      const { record, opinions } = await desk.page(reviewer, id, 'read', one?.id)
      expect(record?.data).toMatchObject({ method })
      expect(opinions.find(({ elementId }) => elementId === 'decide')).toMatchObject({ recordVersion: 3 })
    }
    const { timeline } = await desk.work.instance(author, id)
    expect(timeline.find(({ taskId, decision }) => taskId === page.id && decision)).toMatchObject({
      recordVersion: 2,
      documents: [{ recordVersion: 2 }, { recordVersion: 3 }, { recordVersion: 3 }],
    })
    const { method } = completePlan()
    expect(await desk.variablesOf(id)).toMatchObject({
      method,
      methods: [method, '访谈', '问卷'],
      ids: documents.map((one) => one.id),
    })
  })

  it('is told which document a mistake is in, and nothing of any is kept', async () => {
    const id = await begin()
    const wrong = await desk.act(
      decider,
      id,
      'decide',
      'approve',
      await seen(id, { 0: { method: '访谈' }, 2: { method: null, keyAccountManagers: ['nobody'] } }),
    )
    expect([wrong.status, wrong.body.code]).toEqual([422, 'DOCUMENTS_INVALID'])
    expect(wrong.body.message).toContain('第 3 份')
    expect(new Set(wrong.body.details?.map(({ document }) => document?.place))).toEqual(new Set([3]))
    const locked = await desk.act(
      decider,
      id,
      'decide',
      'approve',
      await seen(id, { 1: { background: '改' } }),
    )
    expect(locked.body).toMatchObject({ code: 'FIELDS_LOCKED', details: [{ document: { place: 2 } }] })
    const refusal = { ...(await seen(id, { 1: { method: '访谈' } })), opinion: '不行' }
    const left = await desk.act(decider, id, 'decide', 'reject', refusal)
    expect(left.body).toMatchObject({ code: 'CHANGES_NEED_APPROVAL', details: [{ document: { place: 2 } }] })
    const nameless = await desk.act(decider, id, 'decide', 'approve', { data: { method: '访谈' } })
    expect([nameless.status, nameless.body.code]).toEqual([400, 'REQUEST_INVALID'])
    expect((await desk.documents(decider, id, 'decide')).map(({ version }) => version)).toEqual([2, 2, 2])
  })

  it('does not change a document under the hands of its author, and says which', async () => {
    const id = await desk.begin(2)
    const refused = await desk.act(
      decider,
      id,
      'decide',
      'approve',
      await seen(id, { 1: { method: '访谈' } }),
    )
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'RECORD_BEING_EDITED', details: [{ document: { place: 2 } }] },
    ])
    expect((await desk.act(decider, id, 'decide', 'approve', await seen(id))).status).toBe(200)
  })
})

describe('a step that fills in fields of several documents', () => {
  const desk = useSeveralDesk([
    onAll({
      id: 'fill',
      by: decider,
      properties: { editable: 'method' },
      canmou: '<canmou:task decision="none" />',
    }),
    onAll({
      id: 'correct',
      by: decider,
      properties: { editable: 'researchType' },
      outputs: { types: '=records' },
    }),
    onAll({ id: 'read', by: reviewer }),
  ])

  it('fills in each, and corrects for the process what is said of each', async () => {
    const id = await desk.begin(2)
    const of = async (step: string, ...data: (object | undefined)[]) => ({
      documents: (await desk.documents(decider, id, step)).map(({ id: one, version }, index) => ({
        id: one,
        version,
        ...(data[index] && { data: data[index] }),
      })),
    })
    const filled = await of('fill', { method: '访谈' }, { method: '问卷' })
    expect(await desk.act(decider, id, 'fill', 'submit', filled)).toMatchObject({ status: 200 })
    expect((await desk.documents(decider, id, 'correct')).map(({ version }) => version)).toEqual([2, 2])
    const corrected = await of('correct', undefined, { researchType: 'annual' })
    expect(await desk.act(decider, id, 'correct', 'approve', corrected)).toMatchObject({ status: 200 })
    const documents = await desk.documents(reviewer, id, 'read')
    expect(documents.map(({ version }) => version)).toEqual([2, 2])
    const [one, two] = documents.map(({ id: recordId, number: recordNumber }) => ({ recordId, recordNumber }))
    expect(await desk.variablesOf(id)).toMatchObject({ types: [one, { ...two, researchType: 'annual' }] })
  })
})
