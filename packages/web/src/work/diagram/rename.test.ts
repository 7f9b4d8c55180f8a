import { describe, expect, it } from 'vitest'
import { rename } from './rename.ts'

const drawing = () => ({
  elementsById: {
    review: { name: '审核' },
    flow: { name: '通过' },
    quiet: {},
    pool: { name: '调研', processRef: {} },
    flow_di: { bpmnElement: { id: 'flow' }, label: { bounds: { x: 100, width: 24 } } },
  },
})

describe('a drawing in another language', () => {
  it('is called by the names that are given, with room for its words', () => {
    const parsed = drawing()
    rename(parsed, { review: 'Review', flow: 'Passed', quiet: 'Said', gone: 'Gone' }, 'Research')
    const { review, flow, quiet, pool, flow_di } = parsed.elementsById
    expect([review.name, flow.name, quiet, pool.name]).toEqual(['Review', 'Passed', {}, 'Research'])
    expect(flow_di.label.bounds).toEqual({ x: 92, width: 40 })
  })

  it('stays as it is drawn where nothing is translated', () => {
    const parsed = drawing()
    rename(parsed, {}, 'Research')
    rename(parsed, { review: '审核', flow: '通过' }, '调研')
    expect(parsed).toEqual(drawing())
  })
})
