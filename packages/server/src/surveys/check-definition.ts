import { createHash } from 'node:crypto'
import { Model } from 'survey-core'
import { surveyForm, surveyProblems, surveyRules, type SurveyDefinition } from '@canmou/contract'
import { Failure } from '../http/failure.ts'
import { canonicalJson } from '../records/content-hash.ts'

/**
 * Refuses what SurveyJS cannot draw; the shape itself has been checked at the door. A draft may still be unfinished. Fails
 * with SURVEY_INVALID.
 */
export function refuseUnreadable(definition: SurveyDefinition): Model {
  const model = new Model(surveyForm(definition))
  const errors = model.jsonErrors ?? []
  if (errors.length > 0)
    throw new Failure(
      'SURVEY_INVALID',
      { count: errors.length },
      errors.map(({ message }) => ({ path: '/questions', message })),
    )
  return model
}

/** Refuses a questionnaire that is not ready to be answered. Fails with SURVEY_INVALID, naming every place. */
export function refuseUnfinished(definition: SurveyDefinition): void {
  const problems = surveyProblems(definition)
  if (problems.length > 0)
    throw new Failure(
      'SURVEY_INVALID',
      { count: problems.length },
      problems.map(({ path, rule }) => ({ path, message: surveyRules[rule], keyword: rule })),
    )
  refuseUnreadable(definition)
}

/** SHA-256 of what respondents see, hexadecimal: the same words give the same hash. */
export function surveyHash(title: string, definition: SurveyDefinition): string {
  return createHash('sha256').update(canonicalJson({ title, definition })).digest('hex')
}
