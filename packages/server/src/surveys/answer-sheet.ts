import type { AnswerSheet, SurveyDefinition, SurveyPurpose } from '@canmou/contract'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { columnsOf, dimensionColumns } from './standard-questions.ts'
import { readSurvey } from './survey-pages.ts'

interface AnswerRow {
  definition: SurveyDefinition
  answers: Record<string, unknown>
  respondent: string | null
  customer: string | null
  collector: string
  day: string
}

/** As many as the table of answers takes (TSA, SSA). */
const mostRows = 5000

/**
 * The answers as the table of answer sheets has them (catalogue/README.md, `survey`): one row each, over all versions of the
 * questionnaire, as far as the actor may see them. Questions of one's own have no column there. Fails with NOT_FOUND.
 */
export function answerSheet(context: Context, actor: Actor, surveyId: string): Promise<AnswerSheet> {
  return context.database.as(actor.id, async (tx) => {
    const { purpose } = await readSurvey(tx, surveyId, context.now())
    const rows = await tx.query<AnswerRow>(
      `select s.definition, r.answers, r.respondent, r.customer_id as customer,
              coalesce(c.username, o.username) as collector,
              to_char(r.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
       from survey_responses r
       join surveys s on s.id = r.survey_id
       join people o on o.id = s.owner_id
       left join people c on c.id = r.collected_by
       where s.series_id = (select series_id from surveys where id = $1)
       order by r.id
       limit $2`,
      [surveyId, mostRows],
    )
    return { rows: rows.map((row) => sheetRow(context.catalogue, purpose, row)) }
  })
}

function sheetRow(catalogue: Catalogue, purpose: SurveyPurpose, row: AnswerRow): Record<string, unknown> {
  const columns = columnsOf(catalogue, purpose)
  const facts: Record<string, unknown> = {
    traineeName: row.respondent,
    respondent: row.respondent,
    customer: row.customer,
    surveyDate: row.day,
    collector: row.collector,
  }
  const answered = row.definition.questions.flatMap((question) => {
    const standard = /^qs(\d+)$/.exec(question.id)?.[1]
    const dimension = 'dimension' in question ? question.dimension : undefined
    const column = standard === undefined ? dimensionColumns.get(dimension) : columns[Number(standard) - 1]
    const answer = row.answers[question.id]
    return column === undefined || answer === undefined ? [] : [[column, answer] as const]
  })
  const known = Object.entries(facts).filter(([name, value]) => value !== null && columns.includes(name))
  return Object.fromEntries([...known, ...answered.filter(([column]) => columns.includes(column))])
}
