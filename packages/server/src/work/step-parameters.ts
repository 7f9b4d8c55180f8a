import type { Step, StepChange, TakenNumber } from './apply-step.ts'

/** The parameters of `apply_steps` (0026-one-statement-a-step.sql) after the number of steps, in its order. */
export const parameterNames = [
  'keys',
  'claimed',
  'numbers',
  'starts',
  'moves',
  'states',
  'entries',
  'commands',
  'closed',
  'tasks',
  'candidates',
  'participants',
  'grants',
  'rest',
] as const
type Parameters = Record<(typeof parameterNames)[number], string | null>

/** Steps of different instances, taken apart into the rows of each table. What is absent costs the database nothing. */
export function parametersOf(steps: Step[]): Parameters {
  const moves = inOrder(steps.filter(({ change }) => !change.start))
  const listOf = (rows: object[]): string | null => (rows.length > 0 ? JSON.stringify(rows) : null)
  const ofAll = (rows: (change: StepChange) => object[]): string | null =>
    listOf(steps.flatMap(({ change }) => rows(change)))
  return {
    keys: listOf(steps.flatMap(({ actorId, answer }) => (answer ? { person: actorId, ...answer } : []))),
    claimed: listOf(steps.flatMap(({ job }) => job ?? [])),
    numbers: listOf(runsOf(steps.flatMap(({ change }) => change.numbers))),
    starts: listOf(steps.flatMap((step) => startOf(step) ?? [])),
    moves: listOf(moves.map(moveOf)),
    states: textsOf(moves, ({ state }) => state),
    entries: textsOf(moves, ({ entries }) => entries),
    commands: textsOf(moves, ({ commands }) => commands),
    closed: ofAll(closedBy),
    tasks: ofAll(({ tasks }) => tasks),
    candidates: ofAll(({ candidates }) => candidates),
    participants: ofAll(({ participants }) => participants),
    grants: ofAll(({ grants }) => grants),
    rest: listOf(steps.flatMap((step) => restOf(step) ?? [])),
  }
}

/** Always in this order, so that two servers wait for each other and never crosswise. */
const inOrder = (steps: Step[]): Step[] => steps.sort((a, b) => (a.change.id < b.change.id ? -1 : 1))

/** A character that JSON never holds. */
const recordSeparator = '\u001e'

const textsOf = (moves: Step[], part: (change: StepChange) => object): string | null =>
  moves.length > 0 ? moves.map(({ change }) => JSON.stringify(part(change))).join(recordSeparator) : null

/** Numbers of one sequence that follow each other are taken at once. */
function runsOf(numbers: TakenNumber[]): object[] {
  const runs: { code: string; month: string; first: number; last: number }[] = []
  for (const { code, month, serial } of numbers) {
    const run = runs.find((one) => one.code === code && one.month === month && one.last + 1 === serial)
    if (run) run.last = serial
    else runs.push({ code, month, first: serial, last: serial })
  }
  return runs
}

function startOf({ actorId, change }: Step): object | undefined {
  if (!change.start) return undefined
  const { id, at, directory, status, title, level, timers, armedAt, state, start, entries, commands } = change
  const began = { id, at, directory, actor: actorId, status, title, level, timers, armedAt, state }
  return { ...start, ...began, entries, commands }
}

function moveOf({ actorId, change }: Step): object {
  const { id, at, version, directory, status, title, level, timers, armedAt, done } = change
  return {
    id,
    at,
    version,
    directory,
    actor: actorId,
    done: done?.id,
    onBehalfOf: done?.onBehalfOf,
    decision: done?.decision,
    opinion: done?.opinion,
    recordVersion: done?.recordVersion,
    status,
    title,
    level,
    timers,
    armedAt,
  }
}

/** Tasks that end otherwise than by somebody who did them. */
function closedBy({ at, cancelled, timedOut }: StepChange): object[] {
  return [
    ...timedOut.map((decided) => ({ ...decided, state: 'done', at })),
    ...cancelled.map((id) => ({ id, state: 'cancelled', at })),
  ]
}

/** What few steps do is done one step at a time. */
function restOf({ actorId, change }: Step): object | undefined {
  const { id, at, status, done, takenBack } = change
  const rest: Record<string, unknown> = {}
  for (const name of restLists) if (change[name].length > 0) rest[name] = change[name]
  const files = done?.attachmentIds ?? []
  if (done && files.length > 0) rest['enclosed'] = { task: done.id, files }
  if (done?.signature) rest['signature'] = { task: done.id, ...done.signature }
  if (takenBack !== undefined) rest['takenBack'] = takenBack
  if (status !== 'running') rest['ended'] = true
  return Object.keys(rest).length === 0 ? undefined : { id, at, actor: actorId, ...rest }
}

const restLists = [
  'withdrawn',
  'records',
  'dues',
  'documents',
  'basis',
  'readers',
  'copies',
  'jobs',
  'droppedJobs',
  'versions',
] as const
