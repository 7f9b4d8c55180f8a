import type { SurveySummary } from '@canmou/contract'

export type SurveyState = 'draft' | 'open' | 'full' | 'ended' | 'closed'

/** What a reader is told about a survey; whether answers are taken was decided by the server (`can.collect`). */
export function surveyState(
  survey: Pick<SurveySummary, 'status' | 'can' | 'quota' | 'answerCount'>,
): SurveyState {
  if (survey.status !== 'published') return survey.status
  if (survey.can.collect) return 'open'
  return survey.quota !== undefined && survey.answerCount >= survey.quota ? 'full' : 'ended'
}
