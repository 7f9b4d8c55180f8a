import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { advance, CommandError, start } from '../src/index.ts'
import type { Command, Json, Process, State, Step, Variables } from '../src/index.ts'
import { close, traceOf } from './headless.ts'
import type { OpenItem } from './headless.ts'
import { InputError, isObject, problemLine, readJson, readProcess } from './input.ts'
import type { Arguments } from './main.ts'

type Handler = (job: OpenItem['job']) => unknown

/** An instance in memory, and the caller's side of it. */
interface Session {
  process: Process
  state: State
  open: OpenItem[]
  /** The command's time; it moves on to a timer's due time when the timer is all that is left. */
  now: string
  answers: { [elementId: string]: unknown }
  visits: Map<string, number>
  handlers: { [jobType: string]: unknown }
}

type Request = Command extends infer One ? (One extends Command ? Omit<One, 'at'> : never) : never

const defaultSteps = 1_000

/** `canmou run`: starts the process, answers whatever it asks, and prints the trace. */
export async function runCommand({ files, given }: Arguments): Promise<number> {
  const [file = '', extra] = files
  if (extra !== undefined) throw new InputError('run takes one file')
  const read = await readProcess(file)
  if ('errors' in read) {
    for (const problem of read.errors) process.stderr.write(problemLine(file, problem))
    return 2
  }
  const commands = given['commands'] === undefined ? undefined : await readList(given['commands'])
  try {
    const session = await begin(read.process, given)
    if (commands) await follow(session, commands)
    else await answer(session, stepsOf(given['steps']))
    return report(session)
  } catch (error) {
    if (error instanceof CommandError) throw new InputError(`${error.code}: ${error.message}`)
    throw error
  }
}

async function begin(definition: Process, given: Arguments['given']): Promise<Session> {
  const variables = await readJson(given['variables'], {})
  const answers = await readJson(given['answers'], {})
  if (!isObject(variables)) throw new InputError('--variables needs an object')
  if (!isObject(answers)) throw new InputError('--answers needs an object: element id → list of variables')
  const at = given['at'] ?? new Date().toISOString()
  const first = start(definition, {
    id: 'run',
    at,
    variables: variables as Variables,
    ...(given['start'] === undefined ? {} : { startElementId: given['start'] }),
    ...(given['message'] === undefined ? {} : { messageName: given['message'] }),
  })
  const handlers = await readHandlers(given['script'])
  const session: Session = {
    process: definition,
    state: first.state,
    open: [],
    now: at,
    answers,
    visits: new Map(),
    handlers,
  }
  print(session, first)
  return session
}

/** Job handlers: the module's named exports and the entries of its default export. */
async function readHandlers(file: string | undefined): Promise<Session['handlers']> {
  if (file === undefined) return {}
  try {
    const module = (await import(pathToFileURL(resolve(file)).href)) as { [name: string]: unknown }
    return { ...(isObject(module['default']) ? module['default'] : {}), ...module }
  } catch (cause) {
    throw new InputError(`cannot load ${file}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

async function readList(file: string): Promise<unknown[]> {
  const list = await readJson(file, [])
  if (!Array.isArray(list)) throw new InputError(`${file} needs a list of commands`)
  return list
}

function stepsOf(given: string | undefined): number {
  const steps = Number(given ?? defaultSteps)
  if (!Number.isInteger(steps) || steps < 0)
    throw new InputError(`--steps needs a whole number, not ${given}`)
  return steps
}

function print(session: Session, step: Step): void {
  for (const line of traceOf(session.process, session.open, step)) process.stdout.write(`${line}\n`)
}

function give(session: Session, request: Request, at = session.now): void {
  const step = advance(session.process, session.state, { ...request, at } as Command)
  session.now = at
  session.state = step.state
  close(session.open, Object.values(request))
  print(session, step)
}

/** Answers jobs, calls and tasks in the order in which they came; a timer fires when nothing else is left. */
async function answer(session: Session, maxSteps: number): Promise<void> {
  for (let steps = 0; session.state.status === 'running'; steps++) {
    const item =
      session.open.find(({ kind }) => kind !== 'timer' && kind !== 'incident') ?? earliestTimer(session)
    if (!item) return
    if (steps >= maxSteps) {
      process.stdout.write(`stopped after ${maxSteps} steps\n`)
      return
    }
    if (item.kind === 'job') await work(session, item)
    else if (item.kind === 'call') give(session, { type: 'callCompleted', callId: item.id })
    else if (item.kind === 'timer')
      give(session, { type: 'timerFired', timerId: item.id }, laterOf(session.now, item.due))
    else
      give(session, { type: 'completeTask', taskId: item.id, variables: nextAnswer(session, item.elementId) })
  }
}

const earliestTimer = ({ open }: Session) =>
  open
    .filter(({ kind }) => kind === 'timer')
    .sort((one, other) => Date.parse(one.due ?? '') - Date.parse(other.due ?? ''))[0]

const laterOf = (now: string, due = now) => (Date.parse(due) > Date.parse(now) ? due : now)

function nextAnswer(session: Session, elementId: string): Variables {
  const visit = session.visits.get(elementId) ?? 0
  session.visits.set(elementId, visit + 1)
  const answers = session.answers[elementId]
  const answer: unknown = Array.isArray(answers) ? (answers[visit] ?? {}) : {}
  if (!isObject(answer)) throw new InputError(`answer ${visit + 1} for ${elementId} is no object`)
  return answer as Variables
}

/** Runs the handler of the job's type; without one the job is done with nothing. */
async function work(session: Session, item: OpenItem): Promise<void> {
  const handler = session.handlers[item.job?.jobType ?? '']
  if (typeof handler !== 'function') {
    give(session, { type: 'completeJob', jobId: item.id })
    return
  }
  try {
    const variables = await (handler as Handler)(item.job)
    give(session, {
      type: 'completeJob',
      jobId: item.id,
      ...(isObject(variables) ? { variables: variables as Variables } : {}),
    })
  } catch (error) {
    if (error instanceof CommandError) throw error
    fail(session, item, error)
  }
}

function fail(session: Session, item: OpenItem, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const code = isObject(error) ? error['errorCode'] : undefined
  const retries = Math.max((item.job?.retries ?? 1) - 1, 0)
  const known = typeof code === 'string' ? { errorCode: code } : {}
  give(session, { type: 'failJob', jobId: item.id, message, retries, ...known })
}

const idOf: { [type: string]: [kind: OpenItem['kind'], field: string] } = {
  completeTask: ['task', 'taskId'],
  completeJob: ['job', 'jobId'],
  failJob: ['job', 'jobId'],
  timerFired: ['timer', 'timerId'],
  callCompleted: ['call', 'callId'],
  callFailed: ['call', 'callId'],
  retryIncident: ['incident', 'incidentId'],
}

/** Gives exactly these commands; one that names an `elementId` means the first open item there. */
async function follow(session: Session, commands: unknown[]): Promise<void> {
  for (const command of commands) {
    if (!isObject(command) || typeof command['type'] !== 'string')
      throw new InputError(`no command: ${JSON.stringify(command)}`)
    const { elementId, at, ...request } = command as { [name: string]: Json }
    const [kind, field] = idOf[command['type']] ?? []
    if (field !== undefined && typeof elementId === 'string') {
      const item = session.open.find((one) => one.kind === kind && one.elementId === elementId)
      if (!item) throw new InputError(`no open ${kind} at ${elementId}`)
      request[field] = item.id
    }
    give(session, request as Request, typeof at === 'string' ? at : session.now)
    await runHandledJobs(session)
  }
}

async function runHandledJobs(session: Session): Promise<void> {
  const isHandled = ({ kind, job }: OpenItem) =>
    kind === 'job' && typeof session.handlers[job?.jobType ?? ''] === 'function'
  for (let item = session.open.find(isHandled); item; item = session.open.find(isHandled))
    await work(session, item)
}

function report({ state, open }: Session): number {
  if (state.status !== 'running') {
    process.stdout.write(`${JSON.stringify(state.variables)}\n`)
    return state.status === 'completed' ? 0 : 1
  }
  const left = open.map(({ kind, elementId }) => `${kind} ${elementId}`).join(', ')
  process.stdout.write(
    `still running${left === '' ? ', waiting for a message, a signal or a join' : `: ${left}`}\n`,
  )
  return 1
}
