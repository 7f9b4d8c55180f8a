import { describe, expect, it } from 'vitest'
import { withAnswers } from './with-answers.ts'

describe('answers put into the table of a step', () => {
  const answers = [{ satisfaction: 5 }, { satisfaction: 3, gain: '会安装了' }]
  it('stand before what was typed in from paper', () => {
    expect(withAnswers([{ satisfaction: 4 }], answers)).toEqual([...answers, { satisfaction: 4 }])
  })
  it('are there once, however often they are put in', () => {
    expect(withAnswers(withAnswers(undefined, answers), answers)).toEqual(answers)
  })
  it('take the place of rows that nobody filled in', () => {
    expect(withAnswers([{}, { gain: '' }], answers)).toEqual(answers)
  })
})
