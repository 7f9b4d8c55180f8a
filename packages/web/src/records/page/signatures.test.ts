import type { TimelineEntry } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { signaturesOf } from './signatures.ts'

const person = { id: 'p', username: 'p', name: 'P' }
const entry = (change: Partial<TimelineEntry>): TimelineEntry => ({
  at: '2026-11-02',
  type: 'taskCompleted',
  taskId: 't',
  taskName: '审核',
  person,
  decision: 'approve',
  decisionLabel: '通过',
  recordVersion: 1,
  ...change,
})

describe('signaturesOf', () => {
  it('takes the decisions on that version, in the order of signing', () => {
    const entries = [
      entry({ taskId: 'b', at: '2026-11-03', decision: 'reject', opinion: '不行' }),
      entry({ taskId: 'a' }),
      entry({ taskId: 'c', recordVersion: 2 }),
      entry({ taskId: 'd', decision: 'submit' }),
      entry({ taskId: 'e', type: 'taskCreated' }),
      entry({ taskId: 'f', recordId: 'other' }),
    ]
    expect(signaturesOf(entries, 'mine', 1).map(({ taskId, opinion }) => [taskId, opinion])).toEqual([
      ['a', undefined],
      ['b', '不行'],
    ])
  })
})
