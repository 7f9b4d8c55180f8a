import { describe, expect, it } from 'vitest'
import { marksOf } from './marks.ts'

describe('the marks on a live diagram', () => {
  it('show an element where a token is as active, though a loop completed it before', () => {
    const marks = marksOf({ active: ['draft'], completed: ['start', 'draft'], flows: ['f1'], incidents: [] })
    expect(marks).toEqual([
      { elementId: 'f1', kind: 'flow', times: 1 },
      { elementId: 'start', kind: 'completed', times: 1 },
      { elementId: 'draft', kind: 'active', times: 1 },
    ])
  })

  it('count how often an element was passed and how many tokens it holds', () => {
    const marks = marksOf({
      active: ['sign', 'sign', 'sign'],
      completed: ['review', 'review'],
      flows: [],
      incidents: [],
    })
    expect(marks.map(({ elementId, times }) => [elementId, times])).toEqual([
      ['review', 2],
      ['sign', 3],
    ])
  })

  it('let an incident outrank everything and keep its message', () => {
    const marks = marksOf({
      active: ['archive'],
      completed: [],
      flows: [],
      incidents: [{ elementId: 'archive', message: '没有出路' }],
    })
    expect(marks).toEqual([{ elementId: 'archive', kind: 'incident', times: 1, message: '没有出路' }])
  })
})
