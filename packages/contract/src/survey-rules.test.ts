import { describe, expect, it } from 'vitest'
import type { SurveyQuestion } from './schemas/surveys.ts'
import { surveyForm } from './survey-form.ts'
import { surveyProblems } from './survey-rules.ts'

const choice: SurveyQuestion = {
  id: 'q1',
  type: 'single',
  text: '主要使用哪种车载设备?',
  required: true,
  options: ['轴温监测', '视频监控'],
}
const score: SurveyQuestion = {
  id: 'q2',
  type: 'score',
  text: '产品质量',
  required: true,
  dimension: 'quality',
}
const text: SurveyQuestion = { id: 'q3', type: 'text', text: '意见', required: false }

const problems = (...questions: SurveyQuestion[]): string[] =>
  surveyProblems({ questions }).map(({ path, rule }) => `${path} ${rule}`)

describe('a questionnaire', () => {
  it('with its questions complete can be published', () => {
    expect(problems(choice, score, text)).toEqual([])
  })

  it('needs a question that can be answered; a note is none', () => {
    expect(problems()).toEqual(['/questions noQuestions'])
    expect(problems({ id: 'q1', type: 'note', text: '说明', required: false })).toEqual([
      '/questions noQuestions',
    ])
  })

  it('names the place of every text, option and dimension that is wrong', () => {
    expect(
      problems(
        { ...choice, text: '  ' },
        { ...choice, id: 'q4', options: ['轴温监测'] },
        { ...choice, id: 'q5', options: ['甲', ' ', 'A', ' a ', 'C:\\'] },
        { ...score, id: 'q4' },
        { ...score, id: 'q6', top: 10 },
        { ...text, dimension: 'price' },
      ),
    ).toEqual([
      '/questions/0/text noText',
      '/questions/1/options fewOptions',
      '/questions/2/options blankOption',
      '/questions/2/options backslashInOption',
      '/questions/2/options sameOption',
      '/questions/3/id sameId',
      '/questions/4/dimension dimensionNotScore',
      '/questions/5/dimension dimensionNotScore',
    ])
  })

  it('shows a question by an earlier choice or score, and by a value that this has', () => {
    const shown = (question: string, equals: string | number) => ({ ...text, showIf: { question, equals } })
    expect(problems(choice, score, shown('q1', '视频监控'))).toEqual([])
    expect(problems(choice, score, shown('q2', 5))).toEqual([])
    expect(problems(choice, score, shown('q1', '信号'))).toEqual([
      '/questions/2/showIf conditionValueUnknown',
    ])
    expect(problems(choice, score, shown('q2', 6))).toEqual(['/questions/2/showIf conditionValueUnknown'])
    expect(problems(shown('q1', '视频监控'), choice)).toEqual(['/questions/0/showIf conditionNotBefore'])
    expect(problems(choice, { ...text, id: 'q4' }, shown('q4', 'x'))).toEqual([
      '/questions/2/showIf conditionNotBefore',
    ])
  })
})

describe('the form of a questionnaire', () => {
  it('takes nothing of a note as markup or as a reference to an answer', () => {
    const note: SurveyQuestion = { id: 'q1', type: 'note', text: '<b>{q2}</b>\n"', required: false }
    expect(surveyForm({ questions: [note] })['elements']).toEqual([
      { name: 'q1', type: 'html', html: '&lt;b&gt;&#123;q2&#125;&lt;/b&gt;<br>&quot;' },
    ])
  })
})
