import type { CreateTask } from '@canmou/engine'
import { v7 as uuid } from 'uuid'
import type { RecordKind } from '../catalogue/catalogue.ts'
import { candidatesFor } from './candidates.ts'
import type { LiveRecord } from './live-instance.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import { taskRules, type TaskRules } from './task-rules.ts'

/** Puts a task before those who may do it, together with the record that they are to write or to decide on. */
export function putTask(world: World, draft: StepDraft, effect: CreateTask): void {
  const { next } = draft
  const rules = taskRules(next.definition.process.elements.get(effect.elementId), effect.formId)
  const { people, positionId, isFallback } = candidatesFor(
    effect,
    next.level,
    world.directory,
    new Date(draft.at),
  )
  const record = recordFor(world, draft, effect, rules, people)
  const task = draft.addTask({
    engineTaskId: effect.taskId,
    elementId: effect.elementId,
    name: effect.name,
    positionId,
    recordSlot: record?.slot,
    recordId: record?.id,
    recordVersion: record && rules.formKind === undefined ? record.version : undefined,
    dueAt: effect.dueDate === undefined ? undefined : new Date(effect.dueDate).toISOString(),
    candidates: people,
  })
  draft.entries.push({ type: 'taskCreated', taskId: task.id, elementId: effect.elementId })
  if (!isFallback) return
  draft.entries.push({
    type: 'incident',
    elementId: effect.elementId,
    code: people.length > 0 ? 'NOBODY_HOLDS_POSITION' : 'NOBODY_MAY_ACT',
    message: effect.candidateGroups.join(', ') || (effect.assignee ?? ''),
  })
}

function recordFor(
  world: World,
  draft: StepDraft,
  effect: CreateTask,
  rules: TaskRules,
  people: string[],
): LiveRecord | undefined {
  const kind = world.catalogue.kinds.get(rules.formKind ?? '')
  // Fields of one step only (a kind of type `form`) become variables of the process and make no record.
  if (kind?.type === 'document' || kind?.type === 'register')
    return writtenRecord(world, draft, effect, kind, people)
  const named = rules.recordVariable === undefined ? undefined : effect.variables[rules.recordVariable]
  const { records } = draft.next
  return (
    records.find(({ id }) => id === named) ?? records.findLast((record) => record.kind === rules.recordKind)
  )
}

/**
 * The record of a form task. Going through the same task again gives the same record its next version, which starts from
 * the last one (domain.md §6 001-2); in a countersign each person writes his own.
 */
function writtenRecord(
  world: World,
  draft: StepDraft,
  effect: CreateTask,
  kind: RecordKind,
  people: string[],
): LiveRecord | undefined {
  const { next } = draft
  const who = effect.assignee ?? effect.candidateUsers[0] ?? effect.candidateGroups[0]
  const slot =
    effect.loopCounter === undefined ? kind.code : `${kind.code}#${who ?? String(effect.loopCounter)}`
  const known = next.records.find((record) => record.slot === slot)
  if (known) return reopened(draft, known)
  const [only, second] = people
  const owner = world.directory.person(
    only !== undefined && (second === undefined || !people.includes(next.starterId)) ? only : next.starterId,
  )
  if (!owner) return undefined
  const record: LiveRecord = {
    id: uuid(),
    kind: kind.code,
    slot,
    title: kind.name['zh-CN'],
    status: 'draft',
    level: Math.min(next.level, owner.clearance),
    version: 0,
    ownerId: owner.id,
    departmentId: owner.departmentId,
  }
  next.records = [...next.records, record]
  const { id, title, level, departmentId } = record
  const data = { ...prefillOf(effect.variables, kind), ...prefillOf(draft.prefill, kind) }
  draft.records.push({
    type: 'create',
    id,
    kind: kind.code,
    title,
    level,
    owner: owner.id,
    department: departmentId,
    data,
  })
  draft.addParticipants([owner.id])
  return record
}

function reopened(draft: StepDraft, record: LiveRecord): LiveRecord {
  if (record.version === 0) return record
  const next: LiveRecord = { ...record, status: 'returned' }
  draft.next.records = draft.next.records.map((one) => (one === record ? next : one))
  draft.records.push({ type: 'reopen', id: record.id, author: record.ownerId, status: next.status })
  return next
}

/** What a new form starts with: what is known under the names of its fields. */
function prefillOf(known: Record<string, unknown>, kind: RecordKind): Record<string, unknown> {
  const fields = Object.entries(kind.schema.properties ?? {}).filter(
    ([name, field]) => !field.readOnly && known[name] !== undefined && known[name] !== null,
  )
  return Object.fromEntries(fields.map(([name]) => [name, known[name]]))
}
