import { newId } from '../db/new-id.ts'
import type {
  AnswersReceived,
  FailureCode,
  PublicAnswers,
  PublicSurvey,
  SurveyDefinition,
  TypedInAnswers,
} from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { hashOf } from '../identity/authentication.ts'
import { checkAnswers } from './check-answers.ts'
import { refuseUnknownCustomers } from './invitations.ts'
import { withoutNulls } from './present.ts'
import { readSurvey } from './survey-pages.ts'

interface Behind {
  state: PublicSurvey['state']
  title: string
  definition: SurveyDefinition
  hash: string
}

/** What the holder of a link sees: the questions while they may be answered. Fails with NOT_FOUND. */
export async function showSurvey(context: Context, token: string): Promise<PublicSurvey> {
  const { state, title, definition, hash } = await behind(context, token)
  return state === 'open' ? { state, title, definition, hash } : { state, title }
}

async function behind({ database, now }: Context, token: string): Promise<Behind> {
  const [found] = await database.call<Behind>('select * from survey_behind($1, $2)', [hashOf(token), now()])
  if (!found) throw new Failure('NOT_FOUND')
  return found
}

type Outcome = 'received' | 'unknown' | 'answered' | 'changed' | 'closed' | 'full'
const refusals: Record<Exclude<Outcome, 'received'>, FailureCode> = {
  unknown: 'NOT_FOUND',
  answered: 'SURVEY_ANSWERED',
  changed: 'SURVEY_CHANGED',
  closed: 'SURVEY_CLOSED',
  full: 'SURVEY_FULL',
}

function receipt(row: { outcome: Outcome; receivedAt: string } | undefined): string {
  const outcome = row?.outcome ?? 'unknown'
  if (outcome !== 'received') throw new Failure(refusals[outcome])
  return row?.receivedAt ?? ''
}

/**
 * Keeps the answers of somebody with a link, once per key. Fails with NOT_FOUND, SURVEY_ANSWERED, SURVEY_CHANGED,
 * SURVEY_CLOSED, SURVEY_FULL, SURVEY_ANSWERS_INVALID.
 */
export async function answerSurvey(
  context: Context,
  token: string,
  { hash, answers }: PublicAnswers,
  key: string,
): Promise<AnswersReceived> {
  const survey = await behind(context, token)
  // What takes no answers is refused by the function, which alone knows whether this key was answered before. Without a
  // hash it keeps nothing, so what has not been checked here is never kept.
  const isChecked = survey.state === 'open' && survey.hash === hash
  const given = isChecked ? checkAnswers(survey.definition, answers) : {}
  const [row] = await context.database.call<{ outcome: Outcome; receivedAt: string }>(
    `select outcome, received_at as "receivedAt" from answer_survey($1, $2, $3, $4, $5, $6)`,
    [
      hashOf(token),
      isChecked ? Buffer.from(hash, 'hex') : null,
      newId(),
      JSON.stringify(given),
      key,
      context.now(),
    ],
  )
  const receivedAt = receipt(row)
  return { receivedAt, ...withoutNulls({ thanks: survey.definition.thanks ?? null }) } as AnswersReceived
}

/**
 * Keeps the answers that the actor typed in for a customer. Fails with SURVEY_CLOSED, SURVEY_FULL, SURVEY_ANSWERS_INVALID,
 * REQUEST_INVALID (a customer that he does not see), NOT_FOUND.
 */
export function typeInAnswers(
  context: Context,
  actor: Actor,
  surveyId: string,
  { answers, customerId, respondent }: TypedInAnswers,
  key: string,
): Promise<AnswersReceived> {
  const now = context.now()
  return context.database.as(actor.id, async (tx) => {
    const survey = await readSurvey(tx, surveyId, now)
    if (survey.status === 'draft') throw new Failure('SURVEY_NOT_PUBLISHED')
    await refuseUnknownCustomers(tx, [customerId], () => '/customerId')
    const given = checkAnswers(survey.definition, answers)
    const row = await tx.first<{ outcome: Outcome; receivedAt: string }>(
      `select outcome, received_at as "receivedAt" from type_in_answers($1, $2, $3, $4, $5, $6, $7)`,
      [surveyId, newId(), JSON.stringify(given), customerId, respondent?.trim() || null, key, now],
    )
    return { receivedAt: receipt(row) }
  })
}
