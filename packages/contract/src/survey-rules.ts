import type { Labels } from './locales.ts'
import type { SurveyDefinition, SurveyQuestion } from './schemas/surveys.ts'

/** What a questionnaire lacks before it can be published. The designer shows it while drawing, the server refuses by it. */
export type SurveyRule = keyof typeof surveyRules

export const surveyRules = {
  noQuestions: { 'zh-CN': '还没有题目', 'zh-TW': '還沒有題目', en: 'There are no questions yet' },
  noText: { 'zh-CN': '请填写题干', 'zh-TW': '請填寫題幹', en: 'Write the question' },
  sameId: { 'zh-CN': '题目编号重复', 'zh-TW': '題目編號重複', en: 'Two questions have the same id' },
  fewOptions: {
    'zh-CN': '至少需要两个选项',
    'zh-TW': '至少需要兩個選項',
    en: 'At least two options are needed',
  },
  blankOption: { 'zh-CN': '有空白的选项', 'zh-TW': '有空白的選項', en: 'An option is blank' },
  sameOption: { 'zh-CN': '选项重复', 'zh-TW': '選項重複', en: 'An option stands there twice' },
  backslashInOption: {
    'zh-CN': '选项不能含有反斜杠“\\”',
    'zh-TW': '選項不能含有反斜線「\\」',
    en: 'An option cannot contain a backslash',
  },
  dimensionNotScore: {
    'zh-CN': '只有 1 至 5 分的评分题可以计入统计项',
    'zh-TW': '只有 1 至 5 分的評分題可以計入統計項',
    en: 'Only a score from 1 to 5 can count towards a dimension',
  },
  conditionNotBefore: {
    'zh-CN': '显示条件只能引用前面的单选、多选或评分题',
    'zh-TW': '顯示條件只能引用前面的單選、多選或評分題',
    en: 'A condition may only name an earlier choice or score',
  },
  conditionValueUnknown: {
    'zh-CN': '显示条件中的选项已不存在',
    'zh-TW': '顯示條件中的選項已不存在',
    en: 'The option in the condition no longer exists',
  },
} as const satisfies Record<string, Labels>

export interface SurveyProblem {
  /** JSON pointer into the definition. */
  path: string
  rule: SurveyRule
}

/** Every reason why the questionnaire cannot be published, in its own order; none for a good one. */
export function surveyProblems({ questions }: SurveyDefinition): SurveyProblem[] {
  const answerable = questions.filter(({ type }) => type !== 'note')
  return [
    ...(answerable.length === 0 ? [{ path: '/questions', rule: 'noQuestions' as const }] : []),
    ...questions.flatMap((question, index) =>
      problemsOf(question, questions.slice(0, index)).map(({ path, rule }) => ({
        path: `/questions/${index}${path}`,
        rule,
      })),
    ),
  ]
}

function problemsOf(question: SurveyQuestion, before: SurveyQuestion[]): SurveyProblem[] {
  const problems: SurveyProblem[] = []
  if (question.text.trim() === '') problems.push({ path: '/text', rule: 'noText' })
  if (before.some(({ id }) => id === question.id)) problems.push({ path: '/id', rule: 'sameId' })
  if (isChoice(question)) problems.push(...optionProblems(question.options ?? []))
  if (question.dimension !== undefined && (question.type !== 'score' || topOf(question) !== 5))
    problems.push({ path: '/dimension', rule: 'dimensionNotScore' })
  if (question.showIf) problems.push(...conditionProblems(question.showIf, before))
  return problems
}

function optionProblems(options: string[]): SurveyProblem[] {
  const path = '/options'
  // SurveyJS compares without regard to case.
  const trimmed = options.map((option) => option.trim().toLowerCase())
  return [
    ...(options.length < 2 ? [{ path, rule: 'fewOptions' as const }] : []),
    ...(trimmed.includes('') ? [{ path, rule: 'blankOption' as const }] : []),
    ...(options.some((option) => option.includes('\\'))
      ? [{ path, rule: 'backslashInOption' as const }]
      : []),
    ...(new Set(trimmed).size < trimmed.length ? [{ path, rule: 'sameOption' as const }] : []),
  ]
}

function conditionProblems(
  { question: id, equals }: NonNullable<SurveyQuestion['showIf']>,
  before: SurveyQuestion[],
): SurveyProblem[] {
  const asked = before.find((question) => question.id === id)
  if (!asked || !canBeCondition(asked)) return [{ path: '/showIf', rule: 'conditionNotBefore' }]
  return valuesOf(asked).includes(equals) ? [] : [{ path: '/showIf', rule: 'conditionValueUnknown' }]
}

export const isChoice = ({ type }: SurveyQuestion): boolean => type === 'single' || type === 'multiple'
/** Whether another question may be shown by the answer to this one. */
export const canBeCondition = (question: SurveyQuestion): boolean =>
  isChoice(question) || question.type === 'score'
export const topOf = ({ top = 5 }: SurveyQuestion): number => top

/** The answers that a choice or a score allows. */
export function valuesOf(question: SurveyQuestion): (string | number)[] {
  if (question.type === 'score') return Array.from({ length: topOf(question) }, (_, index) => index + 1)
  return question.options ?? []
}
