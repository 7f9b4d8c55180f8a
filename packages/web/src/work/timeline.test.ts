import type { TimelineEntry } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { readableTimeline } from './timeline.ts'

const at = (minute: number) => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`

describe('the timeline that people read', () => {
  it('tells a waiting step only while it waits', () => {
    const entries: TimelineEntry[] = [
      { at: at(0), type: 'instanceStarted' },
      { at: at(0), type: 'taskCreated', taskId: 't1' },
      { at: at(1), type: 'taskCompleted', taskId: 't1', decision: 'submit', recordId: 'r', recordVersion: 1 },
      { at: at(1), type: 'taskCreated', taskId: 't2', waitsFor: ['王经理'] },
      { at: at(1), type: 'taskCreated', taskId: 't3' },
      { at: at(2), type: 'taskCancelled', taskId: 't3' },
    ]
    expect(readableTimeline(entries).map(({ type, taskId }) => [type, taskId])).toEqual([
      ['instanceStarted', undefined],
      ['taskCompleted', 't1'],
      ['taskCancelled', 't3'],
      ['taskCreated', 't2'],
    ])
  })

  it('tells a submission once, and a document that the system submitted by itself', () => {
    const entries: TimelineEntry[] = [
      { at: at(1), type: 'taskCompleted', taskId: 't1', decision: 'submit', recordId: 'r', recordVersion: 1 },
      { at: at(1), type: 'recordSubmitted', recordId: 'r', recordVersion: 1 },
      { at: at(2), type: 'recordSubmitted', recordId: 'other', recordVersion: 1 },
    ]
    expect(readableTimeline(entries).map(({ type, recordId }) => [type, recordId])).toEqual([
      ['taskCompleted', 'r'],
      ['recordSubmitted', 'other'],
    ])
  })

  it('is ordered by time, and keeps the order of what happened in the same instant', () => {
    const entries: TimelineEntry[] = [
      { at: at(5), type: 'instanceCompleted' },
      { at: at(1), type: 'instanceStarted' },
      { at: at(5), type: 'recordInEffect', recordId: 'r' },
    ]
    expect(readableTimeline(entries).map(({ type }) => type)).toEqual([
      'instanceStarted',
      'instanceCompleted',
      'recordInEffect',
    ])
  })
})
