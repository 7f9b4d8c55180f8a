import { advance, openSteps, start, type State } from '@canmou/engine'
import { expect } from 'vitest'
import { holdsTogether } from '../../../engine/test/verbs/tokens.ts'
import type { Database } from '../../src/db/database.ts'
import type { Definitions } from '../../src/processes/definitions.ts'
import type { LoggedCommand } from '../../src/work/step-draft.ts'

interface TaskRow {
  id: string
  engineTaskId: string
  state: 'open' | 'done' | 'cancelled'
  decision: string | null
  completedBy: string | null
  completedAt: string | null
  candidates: number
  /** Steps that say they closed it. */
  closings: number
}

interface StoredInstance {
  versionId: string
  status: string
  version: number
  state: string
  isEnded: boolean
  timers: Record<string, string>
  tasks: TaskRow[]
  steps: { version: number; entries: { type: string; taskId?: string }[] }[]
}

const decisions = new Set(['submit', 'approve', 'reject'])

/**
 * What must hold of every instance after every change, however many acted on it: the rows say what the engine's state says,
 * nothing is open in an ended instance, nobody's decision is there twice or gone, and the log gives the state again. Answers
 * the instance's version, one for each change that was accepted.
 */
export async function holdsOf(database: Database, definitions: Definitions, id: string): Promise<number> {
  const { stored, commands } = await read(database, id)
  const state = JSON.parse(stored.state) as State
  const { process } = await definitions.get(stored.versionId)
  expect(stored.status, 'the row and the state tell the same status').toBe(state.status)
  expect(stored.isEnded, 'whatever has ended says when').toBe(state.status !== 'running')
  if (state.status === 'running') holdsTogether(state)
  expect(Object.keys(stored.timers).sort(), 'the timers are those of the state').toEqual(timersOf(state))
  rowsAgree(
    stored.tasks,
    openSteps(process, state).flatMap(({ taskIds }) => taskIds),
  )
  expect(stored.steps.map(({ version }) => version)).toEqual(
    Array.from({ length: stored.version }, (_, index) => index + 1),
  )
  decisionsAreTold(stored)
  expect(replay(process, id, commands), 'the log of commands gives the same state').toBe(stored.state)
  return stored.version
}

type WaitingNode = { at: string; key: number; wait?: { for: string } }

const timersOf = (state: State): string[] =>
  (state['nodes'] as WaitingNode[])
    .flatMap(({ at, key, wait }) => (wait?.for === 'timer' ? [`${at}#${key}`] : []))
    .sort()

function rowsAgree(tasks: readonly TaskRow[], told: readonly string[]): void {
  const open = tasks.filter(({ state }) => state === 'open')
  expect(
    open.map(({ engineTaskId }) => engineTaskId).sort(),
    'the open tasks are those of the state',
  ).toEqual([...told].sort())
  for (const task of tasks) {
    const { state, candidates, completedAt, completedBy, decision, closings } = task
    expect(state === 'open', `${task.engineTaskId} waits for somebody while it is open, and only then`).toBe(
      candidates > 0,
    )
    expect(completedAt !== null, `${task.engineTaskId} says when it was closed`).toBe(state !== 'open')
    expect(decision !== null, `${task.engineTaskId} says how it was done`).toBe(state === 'done')
    // What nobody did in time was done by nobody, and by no step of his.
    expect(closings, `${task.engineTaskId} is done once`).toBe(completedBy === null ? 0 : 1)
    if (completedBy !== null) expect(state).toBe('done')
  }
}

/** Each decision has one line in the timeline, and each line a decision. */
function decisionsAreTold({ tasks, steps }: StoredInstance): void {
  const told = steps.flatMap(({ entries }) =>
    entries.flatMap(({ type, taskId }) => (type === 'taskCompleted' && taskId !== undefined ? [taskId] : [])),
  )
  const decided = tasks.filter(
    ({ state, decision }) => state === 'done' && decision !== null && decisions.has(decision),
  )
  expect(told.sort()).toEqual(decided.map(({ id }) => id).sort())
}

function replay(process: Parameters<typeof advance>[0], id: string, commands: LoggedCommand[]): string {
  let state: State | undefined
  for (const command of commands) {
    if (command.type === 'start') state = start(process, { ...command, id }).state
    else if (state) state = advance(process, state, command).state
  }
  return JSON.stringify(state)
}

async function read(
  database: Database,
  id: string,
): Promise<{ stored: StoredInstance; commands: LoggedCommand[] }> {
  return database.asSystem(async (tx) => {
    const stored = await tx.first<StoredInstance>(statement, [id])
    const log = await tx.query<{ commands: string }>('select replay_commands($1) as commands', [id])
    if (!stored) throw new Error(`there is no instance ${id}`)
    return { stored, commands: log.flatMap(({ commands }) => JSON.parse(commands) as LoggedCommand[]) }
  })
}

const statement = `
  select i.process_version_id as "versionId", i.status, i.version, i.state, i.ended_at is not null as "isEnded", i.timers,
         (select coalesce(json_agg(json_build_object('id', t.id, 'engineTaskId', t.engine_task_id, 'state', t.state,
                   'decision', t.decision, 'completedBy', t.completed_by, 'completedAt', t.completed_at,
                   'candidates', (select count(*) from task_candidates c where c.task_id = t.id),
                   'closings', (select count(*) from steps s where s.instance_id = i.id and s.task_id = t.id))), '[]')
          from tasks t
          where t.instance_id = i.id) as tasks,
         (select json_agg(json_build_object('version', s.version, 'entries', s.entries) order by s.version)
          from steps s
          where s.instance_id = i.id) as steps
  from instances i
  where i.id = $1`
