import { describe, expect, it } from 'vitest'
import { barsOf } from './question-bars.ts'

describe('the bars of a question', () => {
  it('stand in its own order, with those that nobody chose', () => {
    const question = {
      id: 'q1',
      type: 'multiple',
      text: '',
      required: false,
      options: ['甲', '乙', '丙'],
    } as const
    const counts = [
      { value: '丙', count: 2 },
      { value: '甲', count: 1 },
    ]
    expect(
      barsOf({ ...question, options: [...question.options] }, { question: 'q1', answered: 3, counts }),
    ).toEqual([
      { value: '甲', count: 1, percent: 33.3 },
      { value: '乙', count: 0, percent: 0 },
      { value: '丙', count: 2, percent: 66.7 },
    ])
  })

  it('are empty, not broken, before anybody answered', () => {
    const score = { id: 'q1', type: 'score', text: '', required: false, top: 3 } as const
    expect(barsOf(score, { question: 'q1', answered: 0, counts: [] }).map(({ percent }) => percent)).toEqual([
      0, 0, 0,
    ])
  })
})
