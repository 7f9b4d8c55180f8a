import type { Step, TakenNumber } from './apply-step.ts'

/** The parameters of `apply_steps` (0002-apply-step.sql), in its order: rows by what they are for. */
export const rowNames = [
  'keys',
  'claimed',
  'numbers',
  'starts',
  'moves',
  'history',
  'closed',
  'tasks',
  'candidates',
  'participants',
  'grants',
  'rest',
] as const
type Rows = Record<(typeof rowNames)[number], object[]>

/** Steps of different instances, taken apart into the rows of each table. */
export function rowsOf(steps: Step[]): Rows {
  return {
    keys: steps.flatMap(({ actorId, answer }) => (answer ? { person: actorId, ...answer } : [])),
    claimed: steps.flatMap(({ job }) => job ?? []),
    numbers: runsOf(steps.flatMap(({ change }) => change.numbers)),
    starts: steps.flatMap((step) => startOf(step) ?? []),
    // Always in this order, so that two servers wait for each other and never crosswise.
    moves: steps.flatMap((step) => moveOf(step) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
    history: steps.map(historyOf),
    closed: steps.flatMap(closedBy),
    tasks: steps.flatMap(({ change }) => change.tasks),
    candidates: steps.flatMap(({ change }) => change.candidates),
    participants: steps.flatMap(({ change }) => change.participants),
    grants: steps.flatMap(({ change }) => change.grants),
    rest: steps.flatMap((step) => restOf(step) ?? []),
  }
}

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
  const { id, at, directory, status, title, level, timers, armedAt, state, start } = change
  return { ...start, id, at, directory, actor: actorId, status, title, level, timers, armedAt, state }
}

function moveOf({ actorId, change }: Step): { id: string } | undefined {
  if (change.start) return undefined
  const { id, at, version, directory, status, title, level, timers, armedAt, state, done } = change
  return {
    id,
    at,
    version,
    directory,
    actor: actorId,
    done: done?.id,
    onBehalfOf: done?.onBehalfOf,
    status,
    title,
    level,
    timers,
    armedAt,
    state,
  } as { id: string }
}

function historyOf({ actorId, change }: Step): object {
  const { id, at, version, done, entries, commands } = change
  return { instance: id, at, version: version + 1, person: actorId, task: done?.id, entries, commands }
}

function closedBy({ actorId, change: { at, done, cancelled, timedOut } }: Step): object[] {
  const { attachmentIds: _, signature: __, ...closed } = done ?? {}
  return [
    ...(done ? [{ ...closed, state: 'done', at, by: actorId }] : []),
    ...timedOut.map((decided) => ({ ...decided, state: 'done', at })),
    ...cancelled.map((id) => ({ id, state: 'cancelled', at })),
  ]
}

/** What few steps do is done one step at a time. */
function restOf({ actorId, change }: Step): object | undefined {
  const { id, at, status, done, takenBack } = change
  const { withdrawn, records, dues, documents, basis, readers, copies, jobs, droppedJobs, versions } = change
  const lists = Object.entries({
    withdrawn,
    records,
    dues,
    documents,
    basis,
    readers,
    copies,
    jobs,
    droppedJobs,
    versions,
  })
  const files = done?.attachmentIds ?? []
  const rest: [string, unknown][] = lists.filter(([, list]) => list.length > 0)
  if (done && files.length > 0) rest.push(['enclosed', { task: done.id, files }])
  if (done?.signature) rest.push(['signature', { task: done.id, ...done.signature }])
  if (takenBack !== undefined) rest.push(['takenBack', takenBack])
  if (rest.length === 0 && status === 'running') return undefined
  return {
    id,
    at,
    actor: actorId,
    ...Object.fromEntries(rest),
    ...(status !== 'running' && { ended: true }),
  }
}
