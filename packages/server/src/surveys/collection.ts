import type { SurveyCollection, SurveyDetail } from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { readManagedSurvey, readSurvey } from './survey-pages.ts'

/** Ends the collecting. Fails with SURVEY_NOT_PUBLISHED, SURVEY_NOT_YOURS, NOT_FOUND. */
export function closeSurvey(context: Context, actor: Actor, id: string): Promise<SurveyDetail> {
  return changeCollection(context, actor, id, 'survey.closed', (tx, now) =>
    tx.execute(
      `update surveys set status = 'closed', closed_at = $2, updated_at = $2 where id = $1 and status = 'published'`,
      [id, now],
    ),
  )
}

/**
 * Collects again, with the same links; a closing date that has passed is taken away. Fails with SURVEY_SUPERSEDED where a
 * newer version has been published, SURVEY_NOT_PUBLISHED, SURVEY_NOT_YOURS, NOT_FOUND.
 */
export function reopenSurvey(context: Context, actor: Actor, id: string): Promise<SurveyDetail> {
  return changeCollection(context, actor, id, 'survey.reopened', async (tx, now) => {
    const newer = await tx.first(
      `select from surveys n join surveys s on s.series_id = n.series_id
        where s.id = $1 and n.version > s.version and n.status <> 'draft'`,
      [id],
    )
    if (newer) throw new Failure('SURVEY_SUPERSEDED')
    await tx.execute(
      `update surveys
          set status = 'published', closed_at = null, updated_at = $2,
              closes_at = case when closes_at > $2 then closes_at end
        where id = $1 and status <> 'draft'`,
      [id, now],
    )
  })
}

/** Closing date, quota, open link. Fails with SURVEY_NOT_PUBLISHED, SURVEY_NOT_YOURS, NOT_FOUND. */
export function setCollection(
  context: Context,
  actor: Actor,
  id: string,
  { closesAt, quota, hasOpenLink }: SurveyCollection,
): Promise<SurveyDetail> {
  return changeCollection(context, actor, id, 'survey.collectionChanged', (tx, now) =>
    tx.execute(
      `update surveys
          set closes_at = case when $2 then $3::timestamptz else closes_at end,
              quota = case when $4 then $5::integer else quota end,
              open_link_no = case when $6 and open_token_hash is null then open_link_no + 1 else open_link_no end,
              open_token_hash = case
                when not $6 then null
                when $6 and open_token_hash is null then survey_token_hash(series_id, open_link_no + 1)
                else open_token_hash
              end,
              updated_at = $7
        where id = $1`,
      [
        id,
        closesAt !== undefined,
        closesAt ?? null,
        quota !== undefined,
        quota ?? null,
        hasOpenLink ?? null,
        now,
      ],
    ),
  )
}

async function changeCollection(
  context: Context,
  actor: Actor,
  id: string,
  action: string,
  change: (tx: Transaction, now: Date) => Promise<unknown>,
): Promise<SurveyDetail> {
  const now = context.now()
  return context.database.as(actor.id, async (tx) => {
    const survey = await readManagedSurvey(tx, id, now)
    if (survey.status === 'draft') throw new Failure('SURVEY_NOT_PUBLISHED')
    await change(tx, now)
    await recordAct(tx, { personId: actor.id, action, subjectType: 'survey', subjectId: id })
    return readSurvey(tx, id, now)
  })
}
