import { describe, expect, it } from 'vitest'
import { rename } from './rename.ts'

const drawing = () => ({
  elementsById: {
    review: { name: '审核' },
    flow: { name: '通过' },
    quiet: {},
    pool: { name: '调研', processRef: {} },
    result: { name: '审核结论' },
    called: { name: '被调用' },
    back: { name: '退回修改' },
    around: { name: '直接归档' },
    flow_di: {
      bpmnElement: { id: 'flow' },
      waypoint: [
        { x: 90, y: 320 },
        { x: 200, y: 320 },
      ],
      label: { bounds: { x: 100, y: 304, width: 44, height: 14 } },
    },
    around_di: {
      bpmnElement: { id: 'around' },
      waypoint: [
        { x: 90, y: 600 },
        { x: 900, y: 600 },
      ],
      label: { bounds: { x: 100, y: 584, width: 44, height: 14 } },
    },
    back_di: {
      bpmnElement: { id: 'back' },
      waypoint: [
        { x: 300, y: 275 },
        { x: 300, y: 170 },
        { x: 90, y: 170 },
      ],
      label: { bounds: { x: 305, y: 240, width: 46, height: 14 } },
    },
    result_di: {
      bpmnElement: { id: 'result' },
      bounds: { x: 575, y: 275, width: 50, height: 50 },
      label: { bounds: { x: 546, y: 271, width: 46, height: 14 } },
    },
    called_di: {
      bpmnElement: { id: 'called' },
      bounds: { x: 1865, y: 275, width: 50, height: 50 },
      label: { bounds: { x: 1872, y: 256, width: 36, height: 14 } },
    },
  },
})

describe('a drawing in another language', () => {
  it('is called by the names that are given', () => {
    const parsed = drawing()
    rename(parsed, { review: 'Review', flow: 'Passed', quiet: 'Said', gone: 'Gone' }, 'Research')
    const { review, flow, quiet, pool } = parsed.elementsById
    expect([review.name, flow.name, quiet, pool.name]).toEqual(['Review', 'Passed', {}, 'Research'])
  })

  it('has no words over the line that they stand beside, and none that is broken', () => {
    const parsed = drawing()
    rename(parsed, { flow: 'Passed after all', back: 'Disapproved', around: 'Filed at once' }, '调研')
    const { flow_di, back_di, around_di } = parsed.elementsById
    // Three lines that end above the line of the drawing.
    expect(flow_di.label.bounds).toEqual({ x: 100, y: 276, width: 44, height: 42 })
    // One line where there is room for it.
    expect(around_di.label.bounds).toEqual({ x: 100, y: 584, width: 90, height: 14 })
    // From where it began to the right of the line of the drawing.
    expect(back_di.label.bounds).toEqual({ x: 305, y: 240, width: 77, height: 14 })
  })

  it('has no words over the element that they stand above, nor over the line that leaves it upwards', () => {
    const parsed = drawing()
    rename(parsed, { result: 'General manager’s result', called: 'Called by another process' }, '调研')
    const { result_di, called_di } = parsed.elementsById
    // Three lines that end where the one did, before the middle of the element.
    expect(result_di.label.bounds).toEqual({ x: 532, y: 243, width: 64, height: 42 })
    // The same around the middle.
    expect(called_di.label.bounds).toEqual({ x: 1852, y: 228, width: 76, height: 42 })
  })

  it('keeps the places of its words where they are characters too', () => {
    const parsed = drawing()
    rename(parsed, { result: '審核結論', flow: '通過' }, '調研')
    const { result_di, flow_di } = parsed.elementsById
    const drawn = drawing().elementsById
    expect([result_di, flow_di]).toEqual([drawn.result_di, drawn.flow_di])
  })

  it('stays as it is drawn where nothing is translated', () => {
    const parsed = drawing()
    rename(parsed, {}, 'Research')
    rename(parsed, { review: '审核', flow: '通过' }, '调研')
    expect(parsed).toEqual(drawing())
  })
})
