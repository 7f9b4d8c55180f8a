import type { CreateTask } from '@canmou/engine'
import { v7 as uuid } from 'uuid'
import type { RecordKind } from '../catalogue/catalogue.ts'
import { levelOf } from '../organization/levels.ts'
import { defaultValues, processValues } from '../records/default-values.ts'
import type { FormData } from '../records/form-data.ts'
import { searchTermsOf } from '../records/search-terms.ts'
import { isShared } from '../records/shared-kinds.ts'
import { stageFields } from './fill-in.ts'
import type { LiveInstance, LiveRecord } from './live-instance.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import type { TaskRules } from './task-rules.ts'

/** The record that a new task writes or decides on, made or opened anew where it is to be written. */
export function recordOfTask(
  world: World,
  draft: StepDraft,
  effect: CreateTask,
  rules: TaskRules,
  people: string[],
): LiveRecord | undefined {
  const kind = world.catalogue.kinds.get(rules.formKind ?? '')
  // Fields of one step only (a kind of type `form`) become variables of the process and make no record.
  if (kind?.type === 'document' || kind?.type === 'register') {
    return writtenRecord(world, draft, effect, { kind, rules, people })
  }
  const named =
    rules.recordVariable === undefined ? undefined : valueAt(effect.variables, rules.recordVariable)
  const { records } = draft.next
  return (
    records.find(({ id }) => id === named) ?? records.findLast((record) => record.kind === rules.recordKind)
  )
}

/** `salesTask.sheet` → the member of the variable. */
function valueAt(variables: Record<string, unknown>, path: string): unknown {
  let value: unknown = variables
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

interface Writing {
  kind: RecordKind
  rules: TaskRules
  people: string[]
}

/**
 * The record of a form task. Going through the same task again gives the same record its next version, which starts from
 * the last one (domain.md §6 001-2); in a countersign or a loop each round or person writes his own.
 */
function writtenRecord(
  world: World,
  draft: StepDraft,
  effect: CreateTask,
  writing: Writing,
): LiveRecord | undefined {
  const { next } = draft
  const slot = slotOf(effect, writing)
  const known = next.records.find((record) => record.slot === slot)
  if (known) {
    const step = next.definition.process.elements.get(effect.elementId)
    const unset = stageFields(writing.kind, step).map(([name]) => [name, null])
    const data = { ...processValues(writing.kind, effect.variables), ...Object.fromEntries(unset) }
    return reopened(draft, known, data)
  }
  const owner = world.directory.person(ownerOf(next, writing.people))
  if (!owner) return undefined
  const { kind } = writing
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
  const data = firstData(kind, draft, effect.variables, owner.username)
  draft.records.push({
    type: 'create',
    id,
    kind: kind.code,
    title,
    level,
    owner: owner.id,
    department: departmentId,
    data,
    ...(isShared(kind) && { shared: true }),
    searchTerms: searchTermsOf(kind, { title, level: levelOf(level), data }),
  })
  draft.addParticipants([owner.id])
  return record
}

/** Which of the instance's records: by kind, or by the variable that keeps it, and by whose it is inside a loop. */
function slotOf({ loopCounter, variables, ...effect }: CreateTask, { kind, rules }: Writing): string {
  const name = rules.slotName ?? kind.code
  const round = loopCounter ?? variables['loopCounter']
  if (round === undefined || round === null) return name
  const who = effect.assignee ?? effect.candidateUsers[0] ?? effect.candidateGroups[0]
  return `${name}#${who ?? JSON.stringify(round)}`
}

/** Its author: the one who may do the task; among several the starter, where he is one of them. */
function ownerOf({ starterId }: LiveInstance, people: string[]): string {
  const [only, second] = people
  return only !== undefined && (second === undefined || !people.includes(starterId)) ? only : starterId
}

/** What a new form begins with: what is known under its fields' names, its defaults, and what the program fills in. */
export function firstData(
  kind: RecordKind,
  draft: Pick<StepDraft, 'prefill' | 'next'>,
  variables: Record<string, unknown>,
  actor: string,
): FormData {
  const made: Record<string, string[]> = {}
  for (const record of draft.next.records) (made[record.kind] ??= []).push(record.id)
  return {
    ...namedFields(variables, kind),
    ...defaultValues(kind, { ...variables, actor, made }),
    ...namedFields(draft.prefill, kind),
    ...processValues(kind, variables),
  }
}

function namedFields(known: Record<string, unknown>, kind: RecordKind): FormData {
  const fields = Object.entries(kind.schema.properties ?? {}).filter(
    ([name, field]) => !field.readOnly && known[name] !== undefined && known[name] !== null,
  )
  return Object.fromEntries(fields.map(([name]) => [name, known[name]]))
}

function reopened(draft: StepDraft, record: LiveRecord, data: FormData): LiveRecord {
  if (record.version === 0) return record
  const next: LiveRecord = { ...record, status: 'returned' }
  draft.next.records = draft.next.records.map((one) => (one === record ? next : one))
  draft.records.push({ type: 'reopen', id: record.id, author: record.ownerId, status: next.status, data })
  return next
}
