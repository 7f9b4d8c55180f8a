import { describe, expect, it } from 'vitest'
import { author, decider, onAll, useSeveralDesk } from './several-decided.ts'

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
