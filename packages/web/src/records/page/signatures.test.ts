import type { Attachment, TimelineEntry } from '@canmou/contract'
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

  it('takes a decision on several documents for each of them, in its own version', () => {
    const signature = {
      method: 'drawn' as const,
      documents: [
        { recordId: 'one', number: 'MRP-1', version: 1, sha256: 'a' },
        { recordId: 'two', number: 'MRP-2', version: 3, sha256: 'b' },
      ],
    }
    const documents = signature.documents.map(({ recordId, version }) => ({
      recordId,
      recordVersion: version,
    }))
    const entries = [entry({ recordId: 'one', documents, signature })]
    const of = (recordId: string, version: number) =>
      signaturesOf(entries, recordId, version).map((one) => [one.recordVersion, one.signature])
    expect(of('one', 1)).toEqual([[1, signature]])
    expect(of('two', 3)).toEqual([[3, signature]])
    expect([...of('two', 1), ...of('one', 3), ...of('three', 1)]).toEqual([])
  })

  it('has what a rule decided, without a person, before anybody was asked too', () => {
    const byRule = { rule: 'vacant', reason: '岗位无人任职，按流程规定办理' } as const
    const { taskId: _, person: __, ...nobody } = entry({ at: '2026-11-03', type: 'autoDecided', byRule })
    const late = entry({ taskId: 'a', byRule: { rule: 'timeLimit', reason: '逾期未办，按流程规定办理' } })
    const { person: ___, ...timedOut } = late
    expect(signaturesOf([timedOut, nobody], 'mine', 1)).toMatchObject([
      { taskId: 'a', byRule: { rule: 'timeLimit' } },
      { byRule, decision: 'approve', decisionLabel: '通过', taskName: '审核' },
    ])
    expect(signaturesOf([timedOut, nobody], 'mine', 1).flatMap(({ person: one }) => one ?? [])).toEqual([])
  })

  it('counts an approval that asked one more signer, says who stood in for whom, and has the files', () => {
    const principal = { id: 'q', username: 'q', name: 'Q' }
    const file = { id: 'f', name: '报价单.pdf' } as Attachment
    const other = { type: 'verb', person, recordVersion: 1 } as const
    const entries: TimelineEntry[] = [
      entry({ taskId: 'a', onBehalfOf: principal, attachments: [file] }),
      { ...other, at: '2026-11-03', taskId: 'b', verb: 'addSignerAfter', verbLabel: '后加签' },
      { ...other, at: '2026-11-04', taskId: 'c', verb: 'returnToStarter', verbLabel: '退回发起人' },
    ]
    expect(signaturesOf(entries, 'mine', 1)).toMatchObject([
      { taskId: 'a', onBehalfOf: principal, attachments: [file] },
      { taskId: 'b', decision: 'addSignerAfter', decisionLabel: '后加签' },
    ])
  })
})
