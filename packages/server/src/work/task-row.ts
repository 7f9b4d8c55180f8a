import type { Decision, Locale, TaskSummary } from '@canmou/contract'
import { elementName, type Described } from '../processes/definitions.ts'
import type { LimitRule } from './apply-step.ts'
import type { Directory } from './directory.ts'
import { presentOnLimit, presentPerson } from './present.ts'
import { rulesAt, verbLabel } from './task-rules.ts'

/** A task as its columns are read; `holders` are the ids of those who may do it. */
export interface TaskRow {
  id: string
  instanceId: string
  elementId: string
  state: TaskSummary['state']
  positionId: string | null
  createdAt: string
  dueAt: string | null
  onLimit: LimitRule | null
  completedAt: string | null
  completedBy: string | null
  onBehalfOf: string | null
  decision: Decision | null
  holders: string[]
}

/** Of the table `tasks t`. */
export const taskColumns = `t.id, t.instance_id as "instanceId", t.element_id as "elementId", t.state, t.position_id as "positionId",
         t.created_at as "createdAt", t.due_at as "dueAt", t.on_limit as "onLimit", t.completed_at as "completedAt",
         t.completed_by as "completedBy", t.on_behalf_of as "onBehalfOf", t.decision,
         array(select c.person_id from task_candidates c where c.task_id = t.id) as holders`

/** A task of the instance, open or not, as pages show it. */
export function presentTaskRow(
  row: TaskRow,
  definition: Described,
  directory: Directory,
  locale: Locale,
): TaskSummary {
  const positionName = row.positionId === null ? undefined : directory.positionName(row.positionId)?.[locale]
  const holders = row.state === 'done' && row.completedBy !== null ? [row.completedBy] : row.holders
  return {
    id: row.id,
    instanceId: row.instanceId,
    elementId: row.elementId,
    name: elementName(definition, row.elementId, locale),
    state: row.state,
    ...(row.positionId !== null && { positionId: row.positionId }),
    ...(positionName !== undefined && { positionName }),
    holders: holders.map((id) => presentPerson(directory, id)),
    createdAt: row.createdAt,
    ...(row.onBehalfOf !== null && { onBehalfOf: presentPerson(directory, row.onBehalfOf) }),
    ...(row.dueAt !== null && { dueAt: row.dueAt }),
    ...presentOnLimit(row.onLimit, directory, locale),
    ...(row.state === 'done' && row.completedBy === null && { timedOut: true as const }),
    ...(row.completedAt !== null && { completedAt: row.completedAt }),
    ...(row.decision !== null && {
      decision: row.decision,
      decisionLabel: verbLabel(rulesAt(definition, row.elementId), row.decision, locale),
    }),
  }
}
