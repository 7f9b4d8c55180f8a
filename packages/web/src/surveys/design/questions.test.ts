import type { SurveyQuestion } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import {
  asType,
  changeQuestion,
  copyQuestion,
  moveQuestion,
  newQuestion,
  optionsOf,
  questionNumbers,
  removeQuestion,
  tidyOptions,
} from './questions.ts'

const choice: SurveyQuestion = {
  id: 'q1',
  type: 'single',
  text: '线路',
  required: true,
  options: ['地铁', '轻轨'],
}
const shown: SurveyQuestion = {
  id: 'q2',
  type: 'text',
  text: '编号',
  required: false,
  showIf: { question: 'q1', equals: '轻轨' },
}
const note: SurveyQuestion = { id: 'q3', type: 'note', text: '说明', required: false }
const ids = (questions: SurveyQuestion[]) => questions.map(({ id }) => id)

describe('a list of questions', () => {
  it('gives a new or copied question an id that is not taken', () => {
    expect(newQuestion('score', [choice, note]).id).toBe('q4')
    expect(ids(copyQuestion([choice, shown, note], 0))).toEqual(['q1', 'q4', 'q2', 'q3'])
  })

  it('moves a question by one place and not beyond the ends', () => {
    const questions = [choice, shown, note]
    expect(ids(moveQuestion(questions, 0, 1))).toEqual(['q2', 'q1', 'q3'])
    expect(moveQuestion(questions, 0, -1)).toBe(questions)
    expect(moveQuestion(questions, 2, 1)).toBe(questions)
  })

  it('takes away the conditions that named a removed question', () => {
    expect(removeQuestion([choice, shown], 'q1')).toEqual([
      { id: 'q2', type: 'text', text: '编号', required: false },
    ])
  })

  it('lets conditions follow an option that is reworded, and leaves them where options come or go', () => {
    const renamed = changeQuestion([choice, shown], { ...choice, options: ['地铁', '轻轨线'] })
    expect(renamed[1]?.showIf?.equals).toBe('轻轨线')
    const fewer = changeQuestion([choice, shown], { ...choice, options: ['地铁'] })
    expect(fewer[1]?.showIf?.equals).toBe('轻轨')
  })

  it('keeps options from one choice to another and drops what a type does not know', () => {
    expect(asType(choice, 'multiple').options).toEqual(['地铁', '轻轨'])
    expect(asType(choice, 'text')).toEqual({ id: 'q1', type: 'text', text: '线路', required: true })
    expect(asType({ ...choice, required: true }, 'note').required).toBe(false)
  })

  it('reads options by lines and from a pasted row, and tidies them when typing is done', () => {
    expect(optionsOf('地铁\r\n轻轨\t市域')).toEqual(['地铁', '轻轨', '市域'])
    expect(tidyOptions([' 地铁 ', '', '轻轨'])).toEqual(['地铁', '轻轨'])
  })

  it('counts questions, not notes', () => {
    expect(questionNumbers({ questions: [note, choice, note, shown] })).toEqual([undefined, 1, undefined, 2])
  })
})
