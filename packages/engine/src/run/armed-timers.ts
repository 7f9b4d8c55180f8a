import type { State, WorkingMoment } from '../door.ts'
import type { Element, Process } from '../model.ts'
import type { Node, Wait } from '../state.ts'
import { after } from '../time/timer.ts'
import { workingOf } from './clocks.ts'
import { Incident } from './incident.ts'
import { instanceOf } from './instance.ts'
import { publicId, Run } from './run.ts'
import { taskIdOf } from './time-limit.ts'
import { evaluateText } from './variables.ts'

/** A timer that is armed and counts a length, so that a caller whose calendar has changed can work out its time anew. */
export interface ArmedTimer {
  timerId: string
  elementId: string
  /** By the clock. */
  due: string
  /** From when on it counts. */
  since: string
  /** The clock of a time limit or of its reminders: in working time. */
  working?: WorkingMoment
  /** The clock of a time limit: whose time it is. */
  limitOf?: string
}

type TimerWait = Extract<Wait, { for: 'timer' }>

/** What counts a length at the steps that are open; what waits for a date of its own is not moved by any calendar. */
export function armedTimers(process: Process, state: State): ArmedTimer[] {
  const run = new Run(process, instanceOf(process, state), '1970-01-01T00:00:00Z')
  return run.nodes.flatMap((node) => armed(run, node) ?? [])
}

function armed(run: Run, node: Node): ArmedTimer | undefined {
  const { at: elementId, clock, wait } = node
  if (wait?.for !== 'timer') return undefined
  const timer = { timerId: publicId(node), elementId, due: wait.due }
  if (!clock) {
    const since = sinceOf(run, run.element(elementId), node, wait)
    return since === undefined ? undefined : { ...timer, since }
  }
  const limitOf = clock.reminder === undefined && { limitOf: taskIdOf(run.get(node.host ?? -1), clock) }
  return { ...timer, since: clock.since, working: workingOf(clock), ...limitOf }
}

/** A timer on the border of a step that counts a length, once or again and again. */
function sinceOf(run: Run, element: Element, { host }: Node, wait: TimerWait): string | undefined {
  const { event } = element
  const { due, every, dated } = wait
  if (host === undefined || event?.kind !== 'timer' || dated) return undefined
  if (every !== undefined) return after(due, `-${every}`)
  if (event.timer.type !== 'duration') return undefined
  try {
    const length = evaluateText(run, event.timer.value, host)
    return length === undefined ? undefined : after(due, `-${length}`)
  } catch (cause) {
    if (cause instanceof Incident) return undefined
    throw cause
  }
}
