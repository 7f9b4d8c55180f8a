import { newId } from '../db/new-id.ts'
import {
  mostQuestions,
  type SurveyCreation,
  type SurveyDefinition,
  type SurveyDetail,
  type SurveySave,
} from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { rankOf } from '../organization/levels.ts'
import { refuseUnfinished, refuseUnreadable, surveyHash } from './check-definition.ts'
import { documentQuestions, standardQuestions } from './standard-questions.ts'
import { readManagedSurvey, readSurvey } from './survey-pages.ts'

/**
 * A new questionnaire, of its own or for a document or a process that the actor sees. Begins with the handbook's own
 * questions and those of the document. Fails with NOT_FOUND, CLEARANCE_TOO_LOW.
 */
export async function createSurvey(
  context: Context,
  actor: Actor,
  { purpose, title, level = 'internal', recordId, instanceId, isBlank = false }: SurveyCreation,
): Promise<SurveyDetail> {
  const now = context.now()
  return context.database.as(actor.id, async (tx) => {
    const place = await readPlace(tx, recordId, instanceId)
    const rank = Math.max(rankOf(level), place.level)
    if (rank > rankOf(actor.clearance)) throw new Failure('CLEARANCE_TOO_LOW')
    const definition: SurveyDefinition = isBlank
      ? { questions: [] }
      : {
          ...(place.instruction && { instruction: place.instruction.slice(0, 10_000) }),
          questions: [
            ...standardQuestions(context.catalogue, purpose, actor.locale),
            ...documentQuestions(place.questions),
          ].slice(0, mostQuestions),
        }
    const id = newId()
    await tx.execute(
      `insert into surveys (id, series_id, purpose, title, level, definition, owner_id, department_id, record_id,
                            instance_id, created_at, updated_at)
       values ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [
        id,
        purpose,
        title.trim(),
        rank,
        JSON.stringify(definition),
        actor.id,
        actor.departmentId,
        recordId,
        place.instanceId,
        now,
      ],
    )
    await recordAct(tx, {
      personId: actor.id,
      action: 'survey.created',
      subjectType: 'survey',
      subjectId: id,
    })
    return readSurvey(tx, id, now)
  })
}

interface Place {
  level: number
  instanceId: string | null
  instruction: string | null
  questions: unknown
}

/** What the survey is made for, as the actor sees it: the draft's questions where it is his, else the newest version's. */
async function readPlace(
  tx: Transaction,
  recordId: string | undefined,
  instanceId: string | undefined,
): Promise<Place> {
  if (recordId === undefined && instanceId === undefined)
    return { level: 0, instanceId: null, instruction: null, questions: [] }
  // `case` and not `coalesce`: that is not asked of an index under row-level security (work/given.ts).
  const place = await tx.first<Place & { isThere: boolean }>(
    `select greatest(r.level, i.level, 0) as level, i.id as "instanceId",
            coalesce(d.data, v.data) ->> 'instruction' as instruction,
            coalesce(d.data, v.data) -> 'questions' as questions,
            ($1::uuid is null or r.id is not null) and ($2::uuid is null or i.id is not null) as "isThere"
       from (select) as one
       left join records r on r.id = $1
       left join instances i on i.id = case when $2::uuid is null then r.instance_id else $2::uuid end
       left join record_drafts d on d.record_id = r.id
       left join record_versions v on v.record_id = r.id and v.version = r.version`,
    [recordId, instanceId],
  )
  if (!place?.isThere) throw new Failure('NOT_FOUND')
  return place
}

/** Saves a draft. Fails with SURVEY_PUBLISHED, SURVEY_OUTDATED, SURVEY_INVALID, SURVEY_NOT_YOURS, NOT_FOUND. */
export async function saveSurvey(
  context: Context,
  actor: Actor,
  id: string,
  { title, definition, revision }: SurveySave,
): Promise<SurveyDetail> {
  refuseUnreadable(definition)
  const now = context.now()
  return context.database.as(actor.id, async (tx) => {
    const changed = await tx.execute(
      `update surveys set title = $3, definition = $4, revision = revision + 1, updated_at = $5
        where id = $1 and revision = $2 and status = 'draft'`,
      [id, revision, title.trim(), JSON.stringify(definition), now],
    )
    const survey = await readManagedSurvey(tx, id, now)
    if (changed === 0) throw new Failure(survey.status === 'draft' ? 'SURVEY_OUTDATED' : 'SURVEY_PUBLISHED')
    return survey
  })
}

/**
 * Freezes the draft and opens it to respondents; its former version is closed and hands over its links. Fails with
 * SURVEY_PUBLISHED, SURVEY_OUTDATED, SURVEY_INVALID, SURVEY_NOT_YOURS, NOT_FOUND.
 */
export async function publishSurvey(
  context: Context,
  actor: Actor,
  id: string,
  revision: number,
): Promise<SurveyDetail> {
  const now = context.now()
  return context.database.as(actor.id, async (tx) => {
    const draft = await readManagedSurvey(tx, id, now)
    if (draft.status === 'draft') refuseUnfinished(draft.definition)
    const published = await tx.first<{ outcome: 'done' | 'published' | 'outdated' | 'missing' }>(
      'select publish_survey($1, $2, $3, $4) as outcome',
      [id, revision, Buffer.from(surveyHash(draft.title, draft.definition), 'hex'), now],
    )
    if (published?.outcome === 'published') throw new Failure('SURVEY_PUBLISHED')
    if (published?.outcome === 'outdated' || draft.revision !== revision) throw new Failure('SURVEY_OUTDATED')
    if (published?.outcome !== 'done') throw new Failure('NOT_FOUND')
    await recordAct(tx, {
      personId: actor.id,
      action: 'survey.published',
      subjectType: 'survey',
      subjectId: id,
    })
    return readSurvey(tx, id, now)
  })
}

/** The next version of a published questionnaire, as a draft; the one that is being drawn already, if there is one. */
export async function correctSurvey(context: Context, actor: Actor, id: string): Promise<SurveyDetail> {
  const now = context.now()
  return context.database.as(actor.id, async (tx) => {
    const survey = await readManagedSurvey(tx, id, now)
    if (survey.status === 'draft') throw new Failure('SURVEY_NOT_PUBLISHED')
    await tx.execute(
      `insert into surveys (id, series_id, version, purpose, title, level, definition, owner_id, department_id, record_id,
                            instance_id, created_at, updated_at)
       select $2, s.series_id, s.version + 1, s.purpose, s.title, s.level, s.definition, $3, s.department_id,
              s.record_id, s.instance_id, $4, $4
         from surveys s
        where s.series_id = (select series_id from surveys where id = $1)
          and s.status <> 'draft'
          and not exists (select from surveys n where n.series_id = s.series_id and n.version > s.version)
       on conflict on constraint surveys_version_unique do nothing`,
      [id, newId(), actor.id, now],
    )
    const newest = await tx.first<{ id: string }>(
      `select id from surveys
        where series_id = (select series_id from surveys where id = $1)
        order by version desc
        limit 1`,
      [id],
    )
    return readSurvey(tx, newest?.id ?? id, now)
  })
}

/** Throws a draft away. Fails with SURVEY_PUBLISHED, SURVEY_NOT_YOURS, NOT_FOUND. */
export async function discardSurvey(context: Context, actor: Actor, id: string): Promise<void> {
  await context.database.as(actor.id, async (tx) => {
    const survey = await readManagedSurvey(tx, id, context.now())
    const gone = await tx.execute(`delete from surveys where id = $1 and status = 'draft'`, [id])
    if (gone === 0) throw new Failure('SURVEY_PUBLISHED')
    await recordAct(tx, {
      personId: actor.id,
      action: 'survey.discarded',
      subjectType: 'survey',
      subjectId: id,
      data: { title: survey.title },
    })
  })
}
