import type {
  SurveyAnswers,
  SurveyFigures,
  SurveyQuestion,
  SurveyQuestionResult,
  SurveyResponse,
  SurveyResults,
} from '@canmou/contract'
import type { Database, Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { withoutNulls } from './present.ts'
import { readSurvey } from './survey-pages.ts'

const mostTexts = 20

/** The answers that the actor may see, the newest first. Fails with NOT_FOUND. */
export function listResponses(
  context: Context,
  actor: Actor,
  surveyId: string,
  cursor: string | undefined,
  limit = 20,
): Promise<{ items: SurveyResponse[]; next?: string }> {
  return context.database.as(actor.id, async (tx) => {
    await readSurvey(tx, surveyId, context.now())
    const rows = await tx.query<SurveyResponse & { answers: SurveyAnswers }>(
      `select r.id, r.channel, r.respondent, r.customer_id as "customerId", c.title as "customerName",
              case when p.id is not null
                   then json_build_object('id', p.id, 'username', p.username, 'name', p.name) end as "collectedBy",
              r.submitted_at as "submittedAt", r.answers
         from survey_responses r
         left join people p on p.id = r.collected_by
         left join records c on c.id = r.customer_id
        where r.survey_id = $1 and ($2::uuid is null or r.id < $2)
        order by r.id desc
        limit $3`,
      [surveyId, cursor, limit + 1],
    )
    const items = rows.slice(0, limit).map((row) => withoutNulls(row) as SurveyResponse)
    const last = items.at(-1)
    return { items, ...(rows.length > limit && last && { next: last.id }) }
  })
}

/** The survey counted question by question, over the answers that the actor may see. Fails with NOT_FOUND. */
export function countResults(context: Context, actor: Actor, surveyId: string): Promise<SurveyResults> {
  return context.database.as(actor.id, async (tx) => {
    const survey = await readSurvey(tx, surveyId, context.now())
    const { questions } = survey.definition
    const [totals, figures, counted, texts] = await Promise.all([
      readTotals(tx, surveyId),
      readFigures(tx, surveyId),
      countValues(tx, surveyId, questions),
      newestTexts(tx, surveyId, questions),
    ])
    return {
      ...totals,
      invited: survey.invitationCount,
      ...(figures.responseRate !== null && { responseRate: figures.responseRate }),
      questions: questions
        .filter(({ type }) => type !== 'note')
        .map(({ id }) => ({ question: id, ...(counted.get(id) ?? noAnswers), ...texts.get(id) })),
    }
  })
}

const noAnswers = { answered: 0, counts: [] }

async function readTotals(
  tx: Transaction,
  surveyId: string,
): Promise<Pick<SurveyResults, 'answerCount' | 'byChannel' | 'lastAnswerAt'>> {
  const rows = await tx.query<{ channel: SurveyResponse['channel']; count: number; lastAnswerAt: string }>(
    `select channel, count(*) as count, max(submitted_at) as "lastAnswerAt"
       from survey_responses
      where survey_id = $1
      group by channel
      order by channel`,
    [surveyId],
  )
  const lastAnswerAt = rows
    .map((row) => row.lastAnswerAt)
    .sort()
    .at(-1)
  return {
    answerCount: rows.reduce((sum, { count }) => sum + count, 0),
    byChannel: rows.map(({ channel, count }) => ({ channel, count })),
    ...(lastAnswerAt !== undefined && { lastAnswerAt }),
  }
}

type Counted = Pick<SurveyQuestionResult, 'answered' | 'counts' | 'average' | 'lowest'>

/** One pass over the answers: how often each value was chosen, how many answered, and what a score came to. */
async function countValues(
  tx: Transaction,
  surveyId: string,
  questions: SurveyQuestion[],
): Promise<Map<string, Counted>> {
  const ids = (types: SurveyQuestion['type'][]): string[] =>
    questions.filter(({ type }) => types.includes(type)).map(({ id }) => id)
  const rows = await tx.query<Counted & { question: string; average: number | null; lowest: number | null }>(
    `with given as (
       select a.key as question, a.value
         from survey_responses r, jsonb_each(r.answers) as a
        where r.survey_id = $1
     ), chosen as (
       select g.question, v.value, count(*) as count
         from given g,
              jsonb_array_elements(case jsonb_typeof(g.value) when 'array' then g.value
                                   else jsonb_build_array(g.value) end) as v
        where g.question = any ($2::text[])
        group by g.question, v.value
     )
     select g.question, count(*) as answered,
            coalesce((select jsonb_agg(jsonb_build_object('value', c.value, 'count', c.count) order by c.count desc, c.value)
                        from chosen c where c.question = g.question), '[]') as counts,
            round(avg(g.value::numeric) filter (where g.question = any ($3::text[])), 2)::float8 as average,
            (min(g.value::numeric) filter (where g.question = any ($3::text[])))::float8 as lowest
       from given g
      group by g.question`,
    [surveyId, ids(['single', 'multiple', 'score']), ids(['score'])],
  )
  return new Map(rows.map(({ question, ...row }) => [question, withoutNulls(row) as Counted]))
}

async function newestTexts(
  tx: Transaction,
  surveyId: string,
  questions: SurveyQuestion[],
): Promise<Map<string, { texts: string[] }>> {
  const asked = questions.filter(({ type }) => type === 'text').map(({ id }) => id)
  const rows = await tx.query<{ question: string; texts: string[] }>(
    `select q.id as question, array(
              select r.answers ->> q.id
                from survey_responses r
               where r.survey_id = $1 and r.answers ? q.id
               order by r.id desc
               limit $3) as texts
       from unnest($2::text[]) as q (id)`,
    [surveyId, asked, mostTexts],
  )
  return new Map(rows.map(({ question, texts }) => [question, { texts }]))
}

/**
 * The numbers that a report takes over: SRP.sampleCount, responseRate, scoreSummary; TSM.sampleCount, responseRate,
 * avgScores. Over all versions of the questionnaire, and over the answers that the actor may see; zero and none where he
 * sees no such survey.
 */
export function resultsOf(database: Database, actorId: string, surveyId: string): Promise<SurveyFigures> {
  return database.as(actorId, (tx) => readFigures(tx, surveyId))
}

/** The same for a survey that the actor asks for by its address. Fails with NOT_FOUND. */
export function summarizeSurvey(context: Context, actor: Actor, surveyId: string): Promise<SurveyFigures> {
  return context.database.as(actor.id, async (tx) => {
    await readSurvey(tx, surveyId, context.now())
    return readFigures(tx, surveyId)
  })
}

/**
 * The response rate is that of the customers whom the plan (SSP.customers) wants asked, where the document names such a plan;
 * else that of the personal links; else nobody knows who was asked.
 */
async function readFigures(tx: Transaction, surveyId: string): Promise<SurveyFigures> {
  const row = await tx.first<SurveyFigures>(
    `with series as (
       select s.id, s.record_id, s.definition, s.invitation_count
         from surveys s
        where s.series_id = (select series_id from surveys where id = $1)
     ), given as (
       select r.survey_id, r.answers, r.customer_id, r.channel
         from survey_responses r
        where r.survey_id in (select id from series)
     ), plan as (
       select jsonb_array_length(v.data -> 'customers') as customers
         from surveys s
         join records r on r.id = s.record_id
         left join record_drafts d on d.record_id = r.id
         left join record_versions f on f.record_id = r.id and f.version = r.version
         join records p on p.id::text in (r.id::text, coalesce(d.data, f.data) ->> 'planNo')
         join record_versions v on v.record_id = p.id and v.version = p.version
        where s.id = $1 and jsonb_typeof(v.data -> 'customers') = 'array'
        limit 1
     ), rate as (
       select case
                when (select customers from plan) > 0
                  then (select count(distinct customer_id) from given) * 100.0 / (select customers from plan)
                when (select sum(invitation_count) from series) > 0
                  then (select count(*) from given where channel = 'personalLink') * 100.0
                       / (select sum(invitation_count) from series)
              end as percent
     ), scores as (
       select q ->> 'dimension' as dimension, (g.answers ->> (q ->> 'id'))::numeric as score
         from given g
         join series s on s.id = g.survey_id,
              jsonb_array_elements(s.definition -> 'questions') as q
        where q ? 'dimension' and g.answers ? (q ->> 'id')
     )
     select (select count(*) from given)::integer as "sampleCount",
            (select case when percent > 100 then 100 else round(percent, 2) end::float8 from rate) as "responseRate",
            coalesce((select jsonb_agg(jsonb_build_object('dimension', d.dimension, 'average', d.average,
                                                          'lowest', d.lowest) order by d.dimension)
                        from (select dimension, round(avg(score), 2) as average, min(score) as lowest
                                from scores group by dimension) d), '[]') as "scoreSummary"`,
    [surveyId],
  )
  return row ?? { sampleCount: 0, responseRate: null, scoreSummary: [] }
}
