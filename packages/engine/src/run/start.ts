import type { Step, Variables } from '../door.ts'
import { CommandError } from '../errors.ts'
import type { Element, Process } from '../model.ts'
import { checkTime, checkVariables } from './checks.ts'
import { Run } from './run.ts'
import { armEventSubProcesses } from './scope.ts'
import { drain } from './step.ts'

export interface StartOptions {
  /** The instance's id; the caller makes it unique. */
  id: string
  variables?: Variables
  /** ISO time with an offset; the engine has no clock. */
  at: string
  /** Which start event, where there are several. */
  startElementId?: string
  /** Starts at the message start event that waits for this message. */
  messageName?: string
}

/**
 * Starts an instance. Throws `CommandError` with `UNKNOWN_START` or `START_AMBIGUOUS` when no single start event
 * fits, `INVALID_TIME`, `INVALID_VARIABLES`.
 */
export function start(process: Process, options: StartOptions): Step {
  const { id, at, variables = {} } = options
  checkTime(at)
  checkVariables(variables)
  const starts = chooseStarts(process, options)
  const run = new Run(
    process,
    { id, status: 'running', variables, processId: process.id, next: 0, nodes: [] },
    at,
  )
  const root = run.add({ kind: 'scope', at: process.id, in: -1, live: starts.length })
  armEventSubProcesses(run, process.root, root)
  for (const element of starts.toReversed()) run.push({ do: 'enter', at: element.id, in: root.key })
  if (process.root.startEvents.length > 1 && starts.length === 1) run.startedAt = starts[0]?.id
  drain(run)
  return { state: run.state(), events: run.events, effects: run.effects }
}

function chooseStarts(process: Process, options: StartOptions): Element[] {
  const { startEvents, starts } = process.root
  if (options.startElementId !== undefined) {
    const chosen = [...startEvents, ...starts].find((element) => element.id === options.startElementId)
    if (chosen) return [chosen]
    throw new CommandError('UNKNOWN_START', 'no such start event', { elementId: options.startElementId })
  }
  if (options.messageName !== undefined) {
    const chosen = startEvents.find((element) => messageOf(element) === options.messageName)
    if (chosen) return [chosen]
    throw new CommandError('UNKNOWN_START', `no start event waits for message ${options.messageName}`)
  }
  if (startEvents.length === 0) return starts
  const candidates = starts.length > 0 ? starts : startEvents
  const [only, second] = candidates
  if (only && !second) return [only]
  throw new CommandError(
    'START_AMBIGUOUS',
    `several start events: ${candidates.map((one) => one.id).join(', ')}`,
  )
}

/** A start event's message name cannot depend on variables: there are none yet. */
function messageOf(element: Element): string | undefined {
  if (element.event?.kind !== 'message') return undefined
  const { name } = element.event
  const value = name.json({ read: () => undefined, at: '1970-01-01T00:00:00Z' })
  return typeof value === 'string' ? value : undefined
}
