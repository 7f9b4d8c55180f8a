import type { Opinion } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { lastRefusal, rounds } from './rounds.ts'

const opinion = (
  taskId: string,
  decision: Opinion['decision'],
  signedAt: string,
  recordVersion?: number,
): Opinion => ({
  taskId,
  elementId: 'x',
  taskName: taskId,
  person: { id: 'p', username: 'p', name: 'P' },
  decision,
  decisionLabel: decision,
  signedAt,
  ...(recordVersion !== undefined && { recordVersion }),
})

const all = [
  opinion('submit1', 'submit', '2026-11-01', 1),
  opinion('sign2', 'reject', '2026-11-03', 1),
  opinion('sign1', 'approve', '2026-11-02', 1),
  opinion('submit2', 'submit', '2026-11-04', 2),
  opinion('review2', 'approve', '2026-11-05', 2),
]

describe('rounds', () => {
  it('groups decisions by version, newest version first, in the order of signing', () =>
    expect(
      rounds(all).map(({ version, opinions }) => [version, opinions.map(({ taskId }) => taskId)]),
    ).toEqual([
      [2, ['review2']],
      [1, ['sign1', 'sign2']],
    ]))
})

describe('a submission', () => {
  const signed = {
    ...opinion('submit2', 'submit', '2026-11-04', 2),
    signature: { method: 'drawn' as const, documents: [] },
  }

  it('stands among the decisions where it was signed by hand, and is no opinion of the others', () => {
    expect(rounds([...all.slice(0, 3), signed])[0]?.opinions).toEqual([signed])
    const refused = opinion('review2', 'reject', '2026-11-05', 2)
    expect(lastRefusal([signed, refused])).toMatchObject({ refusal: { taskId: 'review2' }, others: [] })
  })
})

describe('lastRefusal', () => {
  it('passes over a refusal that was taken back', () => {
    const takenBack = { ...opinion('sign2', 'reject', '2026-11-03', 1), takenBackAt: '2026-11-04' }
    expect(lastRefusal([takenBack])).toBeUndefined()
  })

  it('finds why the last version came back, and what the others of that round said', () =>
    expect(lastRefusal(all.slice(0, 3))).toMatchObject({
      refusal: { taskId: 'sign2' },
      others: [{ taskId: 'sign1' }],
      version: 1,
    }))

  it('finds nothing for a first draft, nor when the last round refused nothing', () => {
    expect(lastRefusal([])).toBeUndefined()
    expect(lastRefusal(all)).toBeUndefined()
  })
})
