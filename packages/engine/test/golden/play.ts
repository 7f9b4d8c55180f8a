import { close, traceOf } from '../../cli/headless.ts'
import type { OpenItem } from '../../cli/headless.ts'
import { advance, CommandError, start } from '../../src/index.ts'
import { verbBody, verbWords } from './play-verbs.ts'
import type { Command, Event, Json, Process, State, Step, Variables } from '../../src/index.ts'

export type StartRequest = Parameters<typeof start>[1]

/** A headless caller of the engine: keeps what is open, turns script lines into commands and steps into trace lines. */
export interface Player {
  process: Process
  state: State | undefined
  open: OpenItem[]
  /** Everything that was ever open. */
  seen: OpenItem[]
  /** Tasks that were completed, the latest last. */
  done: OpenItem[]
  startRequest: StartRequest | undefined
  commands: Command[]
  lines: string[][]
  events: Event[]
  now: number
}

export const firstInstant = Date.UTC(2026, 10, 2, 9)

export const newPlayer = (process: Process): Player => ({
  process,
  state: undefined,
  open: [],
  seen: [],
  done: [],
  startRequest: undefined,
  commands: [],
  lines: [],
  events: [],
  now: firstInstant,
})

/** Carries out one script line such as `start`, `complete A#2`, `fire T`, `message paid @order-7`. */
export function act(player: Player, line: string, given: { [name: string]: unknown } = {}): Step {
  if (line.startsWith('try ')) return attempt(player, line.slice(4), given)
  const [verb = '', ...spoken] = line.split(' ')
  const { words, by } = verbWords(spoken)
  const variables = given as Variables
  player.now += 60_000
  if (verb === 'start') return begin(player, words, variables)
  const item = openItem(player, verb, words[0] ?? '')
  if (verb === 'fire' && item?.due) player.now = Math.max(player.now, Date.parse(item.due))
  const at = new Date(player.now).toISOString()
  const body = verbBody(player, verb, words, item, variables) ?? commandOf(verb, words, item, variables)
  const command = { at, ...body, ...by }
  const step = advance(player.process, running(player), command)
  player.commands.push(command)
  return taken(player, step)
}

/** A task that a verb ends is withdrawn by an effect, but for the one who adds somebody after himself: he has approved. */
const closing: ReadonlySet<string> = new Set([
  'completeTask',
  'completeJob',
  'failJob',
  'timerFired',
  'callCompleted',
  'callFailed',
  'retryIncident',
])
const isClosing = (command: Command) =>
  closing.has(command.type) || (command.type === 'addSigner' && command.place === 'after')

/** A command that is expected to be refused: nothing changes, and the reason is what the trace shows. */
function attempt(player: Player, line: string, given: { [name: string]: unknown }): Step {
  const state = running(player)
  const { now } = player
  try {
    act(player, line, given)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    player.now = now
    player.lines.push([`declined ${error.reason ?? error.code}`])
    return { state, events: [], effects: [] }
  }
  throw new Error(`"${line}" was not refused`)
}

const running = (player: Player): State => {
  if (!player.state) throw new Error('the script acts before it starts')
  return player.state
}

function begin(player: Player, words: string[], variables: Variables): Step {
  const [how, what] = words
  player.startRequest = {
    id: 'instance-1',
    variables,
    at: new Date(player.now).toISOString(),
    ...(how === 'at' && what ? { startElementId: what } : {}),
    ...(how === 'message' && what ? { messageName: what } : {}),
  }
  return taken(player, start(player.process, player.startRequest))
}

function commandOf(verb: string, words: string[], item: OpenItem | undefined, variables: Variables) {
  const [name = '', second] = words
  const id = item?.id ?? ''
  const table: { [verb: string]: () => CommandBody } = {
    complete: () => ({ type: 'completeTask', taskId: id, variables }),
    job: () => ({ type: 'completeJob', jobId: id, variables }),
    fail: () => ({
      type: 'failJob',
      jobId: id,
      message: 'it broke',
      retries: second === 'retries' ? Number(words[2]) : 0,
      ...(second && second !== 'retries' ? { errorCode: second } : {}),
    }),
    fire: () => ({ type: 'timerFired', timerId: id }),
    message: () => ({
      type: 'messageReceived',
      name,
      variables,
      ...(second ? { correlationKey: keyOf(second.slice(1)) } : {}),
    }),
    signal: () => ({ type: 'signalReceived', name, variables }),
    called: () => ({ type: 'callCompleted', callId: id, variables }),
    'call-failed': () => ({ type: 'callFailed', callId: id, ...(second ? { errorCode: second } : {}) }),
    retry: () => ({ type: 'retryIncident', incidentId: id, variables }),
    cancel: () => ({ type: 'cancel' }),
  }
  const body = table[verb]?.()
  if (!body) throw new Error(`the script says "${verb}", which is no command`)
  return body
}

type CommandBody = Command extends infer C ? (C extends Command ? Omit<C, 'at'> : never) : never

const keyOf = (text: string): Json => (/^\d+$/.test(text) ? Number(text) : text)

const kindOf: { [verb: string]: OpenItem['kind'] } = {
  complete: 'task',
  job: 'job',
  fail: 'job',
  fire: 'timer',
  called: 'call',
  'call-failed': 'call',
  retry: 'incident',
  return: 'task',
  transfer: 'task',
  delegate: 'task',
  addsign: 'task',
  jump: 'task',
  holders: 'task',
}

/** The first open item of the element, of timers the earliest; `A#2` is the one with loop counter 2, `A@lin` the one before lin. */
function openItem(player: Player, verb: string, target: string): OpenItem | undefined {
  const kind = kindOf[verb]
  if (!kind) return undefined
  const [place = '', who] = target.split('@')
  const [elementId, counter] = place.split('#')
  const meant = player.open.filter(
    (one) =>
      one.kind === kind &&
      one.elementId === elementId &&
      (!counter || one.loopCounter === Number(counter)) &&
      (!who || one.who === who),
  )
  const [item] = meant.toSorted((a, b) => Date.parse(a.due ?? '') - Date.parse(b.due ?? '') || 0)
  if (!item)
    throw new Error(
      `no open ${kind} at ${target}; open: ${player.open.map((one) => one.elementId).join(' ')}`,
    )
  return item
}

function taken(player: Player, step: Step): Step {
  const last = player.commands.at(-1)
  const closed = last && isClosing(last) ? close(player.open, Object.values(last)) : undefined
  if (closed?.kind === 'task') player.done.push(closed)
  player.state = step.state
  player.events.push(...step.events)
  player.lines.push(traceOf(player.process, player.open, step))
  player.seen.push(...player.open.filter((item) => !player.seen.includes(item)))
  return step
}
