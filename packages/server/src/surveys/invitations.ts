import { newId } from '../db/new-id.ts'
import type { SurveyInvitation, SurveyInvitationRequest } from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { unknownReference } from '../records/references.ts'
import { withoutNulls } from './present.ts'
import { readManagedSurvey } from './survey-pages.ts'

/** The personal links of a survey, in the order in which they were made. Fails with SURVEY_NOT_YOURS, NOT_FOUND. */
export function listInvitations(
  context: Context,
  actor: Actor,
  surveyId: string,
): Promise<SurveyInvitation[]> {
  return context.database.as(actor.id, async (tx) => {
    await readManagedSurvey(tx, surveyId, context.now())
    return readInvitations(tx, surveyId, null)
  })
}

async function readInvitations(
  tx: Transaction,
  surveyId: string,
  ids: string[] | null,
): Promise<SurveyInvitation[]> {
  const rows = await tx.query<SurveyInvitation>(
    `select i.id, i.label, i.customer_id as "customerId", c.title as "customerName",
            '/s/' || survey_token(i.id, 0) as path, i.used_at as "usedAt"
       from survey_invitations i
       left join records c on c.id = i.customer_id
      where i.survey_id = $1 and ($2::uuid[] is null or i.id = any ($2))
      order by i.id`,
    [surveyId, ids],
  )
  return rows.map((row) => withoutNulls(row) as SurveyInvitation)
}

/**
 * Makes one link per person or customer; each can be answered once. Fails with SURVEY_NOT_PUBLISHED, REQUEST_INVALID (a
 * customer that the actor does not see), SURVEY_NOT_YOURS, NOT_FOUND.
 */
export function invite(
  context: Context,
  actor: Actor,
  surveyId: string,
  { invitations }: SurveyInvitationRequest,
): Promise<SurveyInvitation[]> {
  const now = context.now()
  return context.database.as(actor.id, async (tx) => {
    const survey = await readManagedSurvey(tx, surveyId, now)
    if (survey.status === 'draft') throw new Failure('SURVEY_NOT_PUBLISHED')
    await refuseUnknownCustomers(
      tx,
      invitations.map(({ customerId }) => customerId),
      (index) => `/invitations/${index}/customerId`,
    )
    const ids = invitations.map(() => newId())
    await tx.execute(
      `with made as (
         insert into survey_invitations (id, survey_id, token_hash, label, customer_id, created_by, created_at)
         select i.id, $1, survey_token_hash(i.id, 0), i.label, i.customer, $5, $6
           from unnest($2::uuid[], $3::text[], $4::uuid[]) as i (id, label, customer)
         returning id
       )
       update surveys set invitation_count = invitation_count + (select count(*) from made) where id = $1`,
      [
        surveyId,
        ids,
        invitations.map(({ label }) => label.trim()),
        invitations.map(({ customerId }) => customerId ?? null),
        actor.id,
        now,
      ],
    )
    await recordAct(tx, {
      personId: actor.id,
      action: 'survey.invited',
      subjectType: 'survey',
      subjectId: surveyId,
      data: { count: ids.length },
    })
    return readInvitations(tx, surveyId, ids)
  })
}

/** Takes a link back that has not been answered. Fails with SURVEY_ANSWERED, SURVEY_NOT_YOURS, NOT_FOUND. */
export function withdrawInvitation(
  context: Context,
  actor: Actor,
  surveyId: string,
  invitationId: string,
): Promise<void> {
  return context.database.as(actor.id, async (tx) => {
    await readManagedSurvey(tx, surveyId, context.now())
    const gone = await tx.execute(
      `with gone as (
         delete from survey_invitations where id = $2 and survey_id = $1 and used_at is null returning id
       )
       update surveys set invitation_count = invitation_count - 1 where id = $1 and exists (select from gone)`,
      [surveyId, invitationId],
    )
    if (gone > 0) return
    const used = await tx.first('select from survey_invitations where id = $1 and survey_id = $2', [
      invitationId,
      surveyId,
    ])
    throw new Failure(used ? 'SURVEY_ANSWERED' : 'NOT_FOUND')
  })
}

/** A customer is an organisation (ORG) that the actor sees. Fails with REQUEST_INVALID. */
export async function refuseUnknownCustomers(
  tx: Transaction,
  customers: (string | undefined)[],
  pathOf: (index: number) => string,
): Promise<void> {
  const wanted = customers.filter((id) => id !== undefined)
  if (wanted.length === 0) return
  const rows = await tx.query<{ id: string }>(
    `select id from records where id = any ($1::uuid[]) and kind = 'ORG'`,
    [wanted],
  )
  const known = new Set(rows.map(({ id }) => id))
  const problems = customers.flatMap((id, index) =>
    id === undefined || known.has(id) ? [] : [{ path: pathOf(index), message: unknownReference }],
  )
  if (problems.length > 0) throw new Failure('REQUEST_INVALID', {}, problems)
}
