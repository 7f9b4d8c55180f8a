import type { Locale, Opinion } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import { elementName, type Definition } from '../processes/definitions.ts'
import { presentByRule } from './by-rule.ts'
import type { Directory } from './directory.ts'
import type { Entry } from './entries.ts'
import type { Given } from './given.ts'
import { presentPerson } from './present.ts'
import { rulesAt, verbLabel } from './task-rules.ts'

interface OpinionRow {
  taskId: string
  elementId: string
  positionId: string | null
  personId: string | null
  onBehalfOf: string | null
  decision: Opinion['decision']
  opinion: string | null
  recordVersion: number | null
  signedAt: string
}

/** What a rule decided before anybody was asked; it has no task. */
type RuledRow = Extract<Entry, { type: 'autoDecided' }> & { signedAt: string }

/** What was decided about the document of a task that is shown, by people and by rule. */
export interface Said {
  byPeople: OpinionRow[]
  byRule: RuledRow[]
  /** The document, where the task is about one. */
  recordId: string | undefined
}

export async function loadSaid(tx: Transaction, taskId: string, documentId?: string): Promise<Said> {
  const [byPeople, byRule, shown] = await Promise.all([
    tx.query<OpinionRow>(opinionStatement, [taskId, documentId ?? null]),
    tx.query<{ at: string; entry: RuledRow }>(ruledStatement, [taskId]),
    tx.first<{ id: string | null }>(`select ${shownDocument} as id`, [taskId, documentId ?? null]),
  ])
  return {
    byPeople,
    byRule: byRule.map(({ at, entry }) => ({ ...entry, signedAt: at })),
    recordId: shown?.id ?? undefined,
  }
}

/** The document of the task $1 that is shown: $2, where the task is about it, otherwise the first. */
export const shownDocument = `coalesce((select d.record_id from task_documents d where d.task_id = $1 and d.record_id = $2),
                  (select record_id from tasks where id = $1))`

const opinionStatement = `
  select o.id as "taskId", o.element_id as "elementId", o.position_id as "positionId", o.completed_by as "personId",
         o.on_behalf_of as "onBehalfOf", o.decision, o.opinion,
         case when d.record_id is null then o.record_version else d.record_version end as "recordVersion",
         o.completed_at as "signedAt"
  from tasks o
  cross join (select ${shownDocument} as id) shown
  left join task_documents d on d.task_id = o.id and d.record_id = shown.id
  where o.instance_id = (select instance_id from tasks where id = $1) and o.state = 'done'
    and (shown.id is null or o.record_id = shown.id or d.record_id is not null)
  order by o.completed_at, o.id`

const ruledStatement = `
  select s.at, e as entry
  from steps s
  cross join jsonb_array_elements(s.entries) e
  where s.instance_id = (select instance_id from tasks where id = $1) and e ->> 'type' = 'autoDecided'
  order by s.version`

interface Reader {
  definition: Definition
  directory: Directory
  locale: Locale
}

/** The signature block, in the order of signing. */
export function opinionsOf(
  { byPeople, byRule, recordId }: Said,
  given: ReadonlyMap<string, Given>,
  reader: Reader,
): Opinion[] {
  return [
    ...byPeople.map((row) => ({ ...opinionOf(row, reader), ...given.get(row.taskId) })),
    ...byRule.flatMap((row) => ruledOf(row, recordId, reader) ?? []),
  ].sort((a, b) => (a.signedAt < b.signedAt ? -1 : a.signedAt > b.signedAt ? 1 : 0))
}

function opinionOf(row: OpinionRow, reader: Reader): Opinion {
  const { directory, locale } = reader
  return {
    taskId: row.taskId,
    ...stepOf(row, row.decision, reader),
    ...(row.personId === null
      ? { byRule: presentByRule('timeLimit', locale) }
      : { person: presentPerson(directory, row.personId) }),
    ...(row.onBehalfOf !== null && { onBehalfOf: presentPerson(directory, row.onBehalfOf) }),
    ...(row.opinion !== null && { opinion: row.opinion }),
    ...(row.recordVersion !== null && { recordVersion: row.recordVersion }),
    signedAt: row.signedAt,
  }
}

/** Undefined where it was about another document than the one that is shown. */
function ruledOf(row: RuledRow, shown: string | undefined, reader: Reader): Opinion | undefined {
  const about = row.documents?.find(({ recordId }) => recordId === shown) ?? row
  if (shown !== undefined && (about.recordId !== shown || about.recordVersion === undefined)) return undefined
  return {
    ...stepOf(row, row.decision === 'reject' ? 'reject' : 'approve', reader),
    byRule: presentByRule(row.auto, reader.locale),
    ...(about.recordVersion !== undefined && { recordVersion: about.recordVersion }),
    signedAt: row.signedAt,
  }
}

function stepOf(
  { elementId, positionId }: { elementId: string; positionId?: string | null | undefined },
  decision: Opinion['decision'],
  { definition, directory, locale }: Reader,
): Pick<Opinion, 'elementId' | 'taskName' | 'positionName' | 'decision' | 'decisionLabel'> {
  const position = directory.positionName(positionId ?? '')
  return {
    elementId,
    taskName: elementName(definition, elementId, locale),
    ...(position && { positionName: position[locale] }),
    decision,
    decisionLabel: verbLabel(rulesAt(definition, elementId), decision, locale),
  }
}
