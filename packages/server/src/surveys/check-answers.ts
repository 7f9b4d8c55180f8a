import {
  longestAnswer,
  topOf,
  type Labels,
  type SurveyAnswers,
  type SurveyDefinition,
  type SurveyQuestion,
} from '@canmou/contract'
import { Failure, type FailureDetail } from '../http/failure.ts'
import { refuseUnreadable } from './check-definition.ts'

const labels = (zhCN: string, zhTW: string, en: string): Labels => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en })
const unknown = labels('没有这道题', '沒有這一題', 'There is no such question')
const notShown = labels('这道题不需要回答', '這一題不需要回答', 'This question was not to be answered')
const required = labels('请回答此题', '請回答此題', 'Please answer this question')

/**
 * Answers as they may be kept: every one belongs to a question that was shown, has that question's type and one of its
 * values, and none is missing. SurveyJS says what was shown and what is required, as it did on the page. Answers that say
 * nothing (an empty text, an empty list) are left out. Fails with SURVEY_ANSWERS_INVALID.
 */
export function checkAnswers(definition: SurveyDefinition, sent: SurveyAnswers): SurveyAnswers {
  const answers = Object.fromEntries(Object.entries(sent).filter(([, value]) => !isEmpty(value)))
  const problems = shapeProblems(definition, answers)
  if (problems.length === 0) problems.push(...modelProblems(definition, answers))
  if (problems.length > 0) throw new Failure('SURVEY_ANSWERS_INVALID', { count: problems.length }, problems)
  return answers
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

function shapeProblems({ questions }: SurveyDefinition, answers: SurveyAnswers): FailureDetail[] {
  const asked = new Map(questions.map((question) => [question.id, question]))
  return Object.entries(answers).flatMap(([id, value]) => {
    const question = asked.get(id)
    const message = question && question.type !== 'note' ? problemOf(question, value) : unknown
    return message ? [{ path: `/${id}`, message }] : []
  })
}

function problemOf(question: SurveyQuestion, value: unknown): Labels | undefined {
  const options: unknown[] = question.options ?? []
  switch (question.type) {
    case 'single':
      return options.includes(value) ? undefined : notAnOption
    case 'multiple': {
      if (!Array.isArray(value) || new Set(value).size < value.length) return notAnOption
      return value.every((item) => options.includes(item)) ? undefined : notAnOption
    }
    case 'text':
      if (typeof value !== 'string') return labels('应为文字', '應為文字', 'Must be text')
      return value.length > longestAnswer ? tooLong : undefined
    case 'score':
      return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= topOf(question)
        ? undefined
        : labels(
            `应为 1 到 ${topOf(question)} 的整数`,
            `應為 1 到 ${topOf(question)} 的整數`,
            `Must be a whole number from 1 to ${topOf(question)}`,
          )
    case 'note':
      return unknown
  }
}

const notAnOption = labels('请从选项中选择', '請從選項中選擇', 'Choose from the options')
const tooLong = labels(
  `最多 ${longestAnswer} 个字`,
  `最多 ${longestAnswer} 個字`,
  `At most ${longestAnswer} characters`,
)

function modelProblems(definition: SurveyDefinition, answers: SurveyAnswers): FailureDetail[] {
  const model = refuseUnreadable(definition)
  model.data = answers
  return model.getAllQuestions().flatMap((question) => {
    const isAnswered = Object.hasOwn(answers, question.name)
    if (!question.isVisible) return isAnswered ? [{ path: `/${question.name}`, message: notShown }] : []
    return question.isRequired && !isAnswered ? [{ path: `/${question.name}`, message: required }] : []
  })
}
