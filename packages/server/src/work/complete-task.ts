import type { TaskVerb } from '@canmou/contract'
import { signerAt, type Json, type Variables } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import type { Plan } from './change-instance.ts'
import { decidedVersion, type Enclosures } from './enclosures.ts'
import type { LiveInstance, LiveRecord, LiveTask } from './live-instance.ts'
import { settleRaisedLevel } from './raised-level.ts'
import { runCommand, type World } from './run-command.ts'
import type { Holding } from './standing-in.ts'
import type { StepDraft } from './step-draft.ts'
import { putIntoEffect } from './step-records.ts'
import type { TaskForm, TaskRequest } from './task-form.ts'
import type { TaskRules } from './task-rules.ts'
import { recordIdsOf, versionsOf } from './task-versions.ts'

/** What a decision brings: the fields that were filled in, the numbers that they take, and what is enclosed. */
export interface Brought {
  form: TaskForm
  numbers: readonly string[]
  enclosed: Enclosures
}

/** Does a task in the draft, with what follows from it; nothing is read or written here. */
export function completeTask(
  world: World,
  draft: StepDraft,
  task: LiveTask,
  rules: TaskRules,
  { verb, opinion, isTogether }: TaskRequest,
  { form, numbers, enclosed }: Brought,
  { id: actorId, username }: Actor,
  { onBehalfOf }: Holding,
): void {
  const said = opinion?.trim() || undefined
  const written = writeDocuments(draft, form, numbers)
  const record = draft.next.records.find(({ id }) => id === task.recordId)
  draft.closeTask(task.engineTaskId)
  const isWritten = written.length > 0
  const recordVersion = isWritten ? record?.version : decidedVersion(draft.next, task)
  draft.done = {
    id: task.id,
    decision: verb,
    opinion: said,
    recordVersion,
    onBehalfOf: onBehalfOf?.id,
    ...enclosed,
  }
  // Whoever acted in another's place goes on seeing what he did.
  if (onBehalfOf) draft.addParticipants([actorId])
  draft.entries.push({
    type: 'taskCompleted',
    taskId: task.id,
    elementId: task.elementId,
    decision: verb,
    opinion: said,
    advises: advisedBy(draft.before, task),
    recordId: task.recordId,
    recordVersion,
    documents: versionsOf(draft, task),
    corrected: form.corrected,
    isTogether,
    onBehalfOf: onBehalfOf?.username,
  })
  if (rules.takesEffect && verb === 'approve')
    for (const one of draft.next.records)
      if (recordIdsOf(task).includes(one.id)) putIntoEffect(draft, one, task.elementId)
  runCommand(world, draft, {
    type: 'completeTask',
    at: draft.commandAt,
    taskId: task.engineTaskId,
    by: { user: username, ...(onBehalfOf && { onBehalfOf: onBehalfOf.username }) },
    variables: {
      ...asVariables(form.variables),
      ...(isWritten && record && madeOf(record)),
      ...(form.each && { records: variablesOf(form.each, draft.next.records) }),
      ...(isDecision(verb) && { decision: verb }),
      ...(said !== undefined && { opinion: said }),
    },
  })
  settleRaisedLevel(world, draft)
}

/** One number for each document that has none yet. */
export function numbersOf({ documents = [] }: TaskForm): Plan<string>['takes'] {
  const unnumbered = documents.filter(({ record }) => record.number === undefined)
  const [first] = unnumbered
  return first && { code: first.record.kind, count: unnumbered.length }
}

function writeDocuments(
  draft: StepDraft,
  { documents = [] }: TaskForm,
  numbers: readonly string[],
): LiveRecord[] {
  const left = [...numbers]
  return documents.map(({ record, write }) =>
    write(draft, record.number === undefined ? left.shift() : undefined),
  )
}

const madeOf = ({ id, number }: LiveRecord): Variables => ({ recordId: id, recordNumber: number ?? null })

/** What a step about several gives the process of each: its fields, `recordId` and `recordNumber`. */
function variablesOf(each: NonNullable<TaskForm['each']>, records: LiveRecord[]): Variables[] {
  return each.flatMap(({ id, data }) => {
    const record = records.find((one) => one.id === id)
    return record ? [{ ...asVariables(data), ...madeOf(record) }] : []
  })
}

/** Who asked for the task by 委派, and decides himself. */
function advisedBy({ definition, state }: LiveInstance, { engineTaskId }: LiveTask): string | undefined {
  const place = state && signerAt(definition.process, state, engineTaskId)
  return place?.how === 'delegate' ? place.addedBy : undefined
}

const isDecision = (verb: TaskVerb): boolean => verb !== 'submit'

/** Form data as the engine takes it: plain JSON. A decision mostly brings none. */
const asVariables = (data: Record<string, unknown>): Variables =>
  Object.keys(data).length === 0 ? {} : (JSON.parse(JSON.stringify(data)) as { [name: string]: Json })
