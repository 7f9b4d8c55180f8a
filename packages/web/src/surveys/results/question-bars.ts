import { valuesOf, type SurveyQuestion, type SurveyQuestionResult } from '@canmou/contract'

export interface Bar {
  value: string | number
  count: number
  /** Of those who answered the question; the bars of a multiple choice may sum to more than 100. */
  percent: number
}

/** Every value that a choice or a score offers, in the questionnaire's order, with how often it was chosen. */
export function barsOf(question: SurveyQuestion, result: SurveyQuestionResult): Bar[] {
  const counts = new Map(result.counts.map(({ value, count }) => [value, count]))
  return valuesOf(question).map((value) => {
    const count = counts.get(value) ?? 0
    const percent = result.answered === 0 ? 0 : Math.round((count * 1000) / result.answered) / 10
    return { value, count, percent }
  })
}
