import type { DrawingFinding } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { drawingMarks, removedMarks, wayWithFlows } from './drawing-marks.ts'

const finding = (elementId: string, severity: 'error' | 'warning'): DrawingFinding => ({
  code: 'FORM_UNKNOWN',
  severity,
  elementId,
  elementName: elementId,
  message: `about ${elementId}`,
  way: [],
})

describe('the marks on a drawing that was proved', () => {
  it('show one thing for each element, errors over warnings over the way over changes', () => {
    const marks = drawingMarks(
      [finding('sign', 'error'), finding('sign', 'warning'), finding('draft', 'warning')],
      [
        { elementId: 'draft', name: '', change: 'changed' },
        { elementId: 'read', name: '', change: 'added' },
        { elementId: 'gone', name: '', change: 'removed' },
      ],
      ['start', 'draft', 'sign'],
    )
    expect(Object.fromEntries(marks.map(({ elementId, kind }) => [elementId, kind]))).toEqual({
      start: 'way',
      draft: 'warning',
      sign: 'error',
      read: 'added',
    })
  })

  it('leave out what is about the file as a whole', () => {
    expect(drawingMarks([finding('', 'error')], [], [])).toEqual([])
  })

  it('show what is gone in the former drawing only', () => {
    const changes = [
      { elementId: 'gone', name: '', change: 'removed' as const },
      { elementId: 'read', name: '', change: 'added' as const },
    ]
    expect(removedMarks(changes).map(({ elementId }) => elementId)).toEqual(['gone'])
  })

  it('follow the flows from each element of a way to the next', () => {
    const flows = [
      { id: 'f1', source: 'start', target: 'draft' },
      { id: 'f2', source: 'draft', target: 'start' },
    ]
    expect(wayWithFlows(['start', 'draft', 'sign'], { nameOf: (id) => id, flows })).toEqual([
      'start',
      'f1',
      'draft',
      'sign',
    ])
  })
})
