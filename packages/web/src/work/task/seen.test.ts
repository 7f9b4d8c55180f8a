import type { RecordDetail, TaskDetail, TaskDocument } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { movedSince, seenAfter, seenOf, withChanges } from './seen.ts'

const task = (versions: Record<string, number>, shown: string, version = versions[shown]): TaskDetail =>
  ({
    mode: 'snapshot',
    record: { id: shown, version } as RecordDetail,
    documents: Object.entries(versions).map(([id, of]) => ({ id, version: of }) as TaskDocument),
  }) as TaskDetail

describe('what was seen of several documents', () => {
  it('is what is on the page, and of the others what the list first said', () => {
    const first = task({ a: 1, b: 1 }, 'a')
    const seen = seenAfter(new Map(), first)
    expect(seenOf(first, seen)).toEqual({
      documents: [
        { id: 'a', version: 1 },
        { id: 'b', version: 1 },
      ],
    })
    expect(seenAfter(seen, first)).toBe(seen)

    const moved = task({ a: 2, b: 2 }, 'a')
    const later = seenAfter(seen, moved)
    expect([...movedSince(moved, later)]).toEqual(['b'])
    expect(seenOf(moved, later).documents).toEqual([
      { id: 'a', version: 2 },
      { id: 'b', version: 1 },
    ])
    const opened = task({ a: 2, b: 2 }, 'b')
    const last = seenAfter(later, opened)
    expect(movedSince(opened, last).size).toBe(0)
    expect(seenOf(opened, last).documents?.[1]).toEqual({ id: 'b', version: 2 })
  })

  it('takes along what is changed in each, and nothing of one that is not among them', () => {
    const seen = {
      documents: [
        { id: 'a', version: 1 },
        { id: 'b', version: 2 },
      ],
    }
    const changes = new Map([
      ['b', { method: '访谈' }],
      ['gone', { method: '问卷' }],
    ])
    expect(withChanges(seen, changes)).toEqual({
      documents: [
        { id: 'a', version: 1 },
        { id: 'b', version: 2, data: { method: '访谈' } },
      ],
    })
    expect(withChanges({ recordVersion: 1 }, changes)).toEqual({ recordVersion: 1 })
  })

  it('is the version of the only document, and nothing of what is still written', () => {
    const only = { mode: 'snapshot', record: { id: 'a', version: 3 } } as TaskDetail
    expect(seenOf(only, new Map())).toEqual({ recordVersion: 3 })
    const form = { ...task({ a: 1 }, 'a'), mode: 'form' } as TaskDetail
    expect(seenOf(form, seenAfter(new Map(), form))).toEqual({})
  })
})
