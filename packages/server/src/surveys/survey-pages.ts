import type { SurveyDetail, SurveyPurpose, SurveySummary } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { presentDetail, presentSummary, summaryColumns, type DetailRow, type SummaryRow } from './present.ts'

export interface SurveyFilter {
  purpose?: SurveyPurpose
  recordId?: string
  instanceId?: string
  q?: string
  /** Id of the last survey of the page before. */
  cursor?: string
  limit?: number
}

const usualPage = 20

/** The surveys that the actor sees, the newest first; a version that another one replaced is left out. */
export async function listSurveys(
  { database, now }: Context,
  actor: Actor,
  { purpose, recordId, instanceId, q, cursor, limit = usualPage }: SurveyFilter,
): Promise<{ items: SurveySummary[]; next?: string }> {
  const rows = await database.query<SummaryRow>(
    actor.id,
    `select ${summaryColumns}
       from surveys s
       join people o on o.id = s.owner_id
      where ($2::text is null or s.purpose = $2)
        and ($3::uuid is null or s.record_id = $3)
        and ($4::uuid is null or s.instance_id = $4)
        and ($5::text is null or s.title ilike '%' || $5 || '%')
        and ($6::uuid is null or s.id < $6)
        and not exists (select from surveys newer
                         where newer.series_id = s.series_id and newer.version > s.version
                           and newer.status <> 'draft')
      order by s.id desc
      limit $7`,
    [now(), purpose, recordId, instanceId, q && likeText(q), cursor, limit + 1],
  )
  const items = rows.slice(0, limit).map(presentSummary)
  const last = items.at(-1)
  return { items, ...(rows.length > limit && last && { next: last.id }) }
}

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Fails with NOT_FOUND where there is no such survey or the actor may not see it. */
export async function describeSurvey(
  { database, now }: Context,
  actor: Actor,
  id: string,
): Promise<SurveyDetail> {
  return database.as(actor.id, (tx) => readSurvey(tx, id, now()))
}

/** The same inside a transaction. */
export async function readSurvey(tx: Transaction, id: string, at: Date): Promise<SurveyDetail> {
  const row = await tx.first<DetailRow>(
    `select ${summaryColumns}, s.definition, s.revision, encode(s.published_hash, 'hex') as "publishedHash",
            case when s.open_token_hash is not null
                 then '/s/' || survey_token(s.series_id, s.open_link_no) end as "openLinkPath",
            (select json_agg(json_build_object('id', v.id, 'version', v.version, 'status', v.status)
                             order by v.version desc)
               from surveys v where v.series_id = s.series_id) as versions
       from surveys s
       join people o on o.id = s.owner_id
      where s.id = $2`,
    [at, id],
  )
  if (!row) throw new Failure('NOT_FOUND')
  return presentDetail(row)
}

/** Fails with NOT_FOUND, or with SURVEY_NOT_YOURS where the actor sees the survey and does not manage it. */
export async function readManagedSurvey(tx: Transaction, id: string, at: Date): Promise<SurveyDetail> {
  const survey = await readSurvey(tx, id, at)
  if (!survey.can.manage) throw new Failure('SURVEY_NOT_YOURS')
  return survey
}
