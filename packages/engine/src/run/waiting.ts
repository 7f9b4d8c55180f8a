import type { Element, Timer } from '../model.ts'
import type { Variables } from '../door.ts'
import type { Node, Wait } from '../state.ts'
import { after, anchor, parseCycle } from '../time/timer.ts'
import { Incident } from './incident.ts'
import { publicId } from './run.ts'
import type { Run } from './run.ts'
import { evaluateJson, evaluateText } from './variables.ts'

/** Works out what an event waits for, with the variables seen at `key`; undefined for what is thrown to it. */
export function waitOf(run: Run, element: Element, key: number, locals?: Variables): Wait | undefined {
  const { event } = element
  switch (event?.kind) {
    case 'timer':
      return timerOf(run, event.timer, key, locals)
    case 'message': {
      const name = evaluateText(run, event.name, key, locals)
      if (name === undefined) throw new Incident('MESSAGE_NAME_MISSING', `${event.name.text} gives no name`)
      if (!event.correlationKey) return { for: 'message', name }
      const correlation = evaluateJson(run, event.correlationKey, key, locals)
      if (correlation === null) {
        throw new Incident('CORRELATION_KEY_MISSING', `${event.correlationKey.text} gives no value`)
      }
      return { for: 'message', name, key: correlation }
    }
    case 'signal': {
      const name = evaluateText(run, event.name, key, locals)
      if (name === undefined) throw new Incident('SIGNAL_NAME_MISSING', `${event.name.text} gives no name`)
      return { for: 'signal', name }
    }
    case 'conditional':
      return { for: 'condition', was: false }
    default:
      return undefined
  }
}

/** Starts to wait for the timers, messages, signals and conditions on the activity's border. */
export function armBoundaries(run: Run, element: Element, host: Node): void {
  for (const boundary of element.boundaries) {
    const wait = waitOf(run, boundary, host.key)
    if (wait) startWaiting(run, wait, { at: boundary.id, in: host.in, host: host.key })
  }
}

/** Adds the node that waits, and asks for the clock when it is a timer; `since` is from when it counts, where that is not now. */
export function startWaiting(
  run: Run,
  wait: Wait,
  node: Omit<Node, 'key' | 'kind' | 'wait'>,
  since?: string,
): Node {
  const added = run.add({ kind: 'wait', ...node, wait })
  scheduleTimer(run, added, since)
  return added
}

export function scheduleTimer(run: Run, node: Node, since?: string): void {
  if (node.wait?.for !== 'timer') return
  run.effect({
    type: 'scheduleTimer',
    timerId: publicId(node),
    elementId: node.at,
    due: node.wait.due,
    ...(since === undefined ? {} : { since }),
  })
}

function timerOf(run: Run, timer: Timer, key: number, locals?: Variables): Wait {
  const written = evaluateText(run, timer.value, key, locals)
  const wait = written === undefined ? undefined : readTimer(timer.type, written, run.at)
  if (!wait) throw new Incident('TIMER_INVALID', `${timer.value.text} gives no valid ${timer.type}`)
  return wait
}

function readTimer(type: Timer['type'], written: string, at: string): Wait | undefined {
  if (type === 'cycle') return readCycle(written, at)
  const due = type === 'date' ? anchor(written, at) : after(at, written)
  return due === undefined ? undefined : { for: 'timer', due }
}

function readCycle(written: string, at: string): Wait | undefined {
  const cycle = parseCycle(written)
  if (!cycle || cycle.times === 0) return undefined
  const due = cycle.start === undefined ? after(at, cycle.every) : anchor(cycle.start, at)
  if (due === undefined) return undefined
  const left = cycle.times === undefined ? {} : { left: cycle.times - 1 }
  const dated = cycle.start === undefined ? {} : { dated: true as const }
  return { for: 'timer', due, every: cycle.every, ...left, ...dated }
}

/** The next firing of a repeating timer: counted from the last due time, so that it does not drift. */
export function nextFiring(wait: Wait): Wait | undefined {
  if (wait.for !== 'timer' || wait.every === undefined || wait.left === 0) return undefined
  const { dated: _, ...counted } = wait
  const due = after(wait.due, wait.every)
  if (due === undefined) return undefined
  return { ...counted, due, ...(wait.left === undefined ? {} : { left: wait.left - 1 }) }
}
