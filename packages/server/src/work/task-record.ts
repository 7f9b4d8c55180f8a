import type { CreateTask } from '@canmou/engine'
import type { RecordKind } from '../catalogue/catalogue.ts'
import { processValues } from '../records/default-values.ts'
import type { FormData } from '../records/form-data.ts'
import { stageFields } from './fill-in.ts'
import type { LiveInstance, LiveRecord } from './live-instance.ts'
import { makeDocument } from './make-document.ts'
import type { World } from './run-command.ts'
import type { LoggedCommand, StepDraft } from './step-draft.ts'
import type { TaskRules } from './task-rules.ts'

/** What a task is about. */
export interface TaskRecords {
  records: LiveRecord[]
  /** It may be about several, however many they are now. */
  isSeveral: boolean
}

/** The records that a new task writes or decides on, made or opened anew where they are to be written. */
export function recordsOfTask(
  world: World,
  draft: StepDraft,
  effect: CreateTask,
  rules: TaskRules,
  people: string[],
): TaskRecords {
  const kind = world.catalogue.kinds.get(rules.formKind ?? '')
  // Fields of one step only (a kind of type `form`) become variables of the process and make no record.
  if (kind?.type === 'document' || kind?.type === 'register') {
    const records = writtenRecords(world, draft, effect, { kind, rules, people })
    return { records, isSeveral: rules.isMany }
  }
  const { records } = draft.next
  const named =
    rules.recordVariable === undefined ? undefined : valueAt(effect.variables, rules.recordVariable)
  const several = Array.isArray(named) ? records.filter(({ id }) => named.includes(id)) : []
  if (several.length > 0) return { records: several, isSeveral: true }
  const one =
    records.find(({ id }) => id === named) ?? records.findLast((record) => record.kind === rules.recordKind)
  return { records: one ? [one] : [], isSeveral: false }
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
 * The records of a form task. Going through the same task again gives each its next version, which starts from the last one
 * (domain.md §6 001-2); in a countersign or a loop each round or person writes his own. A step whose documents record what
 * was done (007-5) goes on with a new one instead, unless somebody sent it back.
 */
function writtenRecords(world: World, draft: StepDraft, effect: CreateTask, writing: Writing): LiveRecord[] {
  const { next } = draft
  const { kind, rules, people } = writing
  const slot = slotOf(effect, writing)
  const known = rules.beginsAnew ? roundOf(draft, slot) : { slot, records: recordsIn(next, slot) }
  if (known.records.length > 0) {
    const step = next.definition.process.elements.get(effect.elementId)
    const unset = stageFields(kind, step).map(([name]) => [name, null])
    const data = { ...processValues(kind, effect.variables), ...Object.fromEntries(unset) }
    return known.records.map((record) => reopened(draft, record, data))
  }
  const owner = world.directory.person(ownerOf(next, people))
  return owner ? [makeDocument(draft, { kind, slot: known.slot, owner, variables: effect.variables })] : []
}

const recordsIn = ({ records }: LiveInstance, slot: string): LiveRecord[] =>
  records.filter((record) => record.slot === slot)

/** The documents that are still written, or that were sent back; otherwise a place for new ones (`MAR~2`). */
function roundOf(draft: StepDraft, slot: string): { slot: string; records: LiveRecord[] } {
  const { next } = draft
  let round = 1
  const placeOf = (number: number): string => (number === 1 ? slot : `${slot}~${number}`)
  while (recordsIn(next, placeOf(round + 1)).length > 0) round += 1
  const records = recordsIn(next, placeOf(round))
  const isOpen = records.some(({ status }) => status === 'draft' || status === 'returned')
  if (records.length === 0 || isOpen || !goesOn.has(draft.commands.at(-1)?.type ?? 'start'))
    return { slot: placeOf(round), records }
  return { slot: placeOf(round + 1), records: [] }
}

/** By what the flow comes to a step along the drawing; everything else sends it back or puts it elsewhere. */
const goesOn: ReadonlySet<LoggedCommand['type']> = new Set<LoggedCommand['type']>([
  'start',
  'completeTask',
  'completeJob',
  'callCompleted',
  'timerFired',
  'messageReceived',
  'signalReceived',
  'holdersKnown',
])

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

function reopened(draft: StepDraft, record: LiveRecord, data: FormData): LiveRecord {
  if (record.version === 0) return record
  const next: LiveRecord = { ...record, status: 'returned' }
  draft.next.records = draft.next.records.map((one) => (one === record ? next : one))
  draft.records.push({ type: 'reopen', id: record.id, author: record.ownerId, status: next.status, data })
  return next
}
