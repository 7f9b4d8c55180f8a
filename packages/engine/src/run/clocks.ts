import type { CreateTask, TimeLimit, WorkingLength, WorkingMoment } from '../door.ts'
import type { Expression } from '../feel/expression.ts'
import type { Element } from '../model.ts'
import type { Clock, Node, Signer } from '../state.ts'
import { after } from '../time/timer.ts'
import { backwards, readWorkingLength } from '../time/working-length.ts'
import { Incident } from './incident.ts'
import { roundOf } from './round.ts'
import { publicId } from './run.ts'
import type { Run } from './run.ts'
import { evaluateJson, evaluateText } from './variables.ts'
import { whoOf } from './who.ts'

/*
 * The time limit of a step (docs/decisions/0014-time-limits.md). Each place at the step that is asked has a clock of its
 * own, and another one for its reminders: nodes that the step hosts and that are withdrawn with it. Working time is the
 * caller's, so a clock says from when and how long; when that is, the caller's calendar knows.
 */

/** Until when the place is to be done; what cannot be worked out is an incident. Nothing is changed yet. */
export function limitOf(run: Run, element: Element, node: Node, signer?: Signer): TimeLimit | undefined {
  const clock = takenOver(run, node, signer) ?? newClock(run, element, node)
  if (!clock) return undefined
  const { onLimit = 'nothing' } = element.canmou
  return { ...momentOf(clock), then: onLimit, ...(clock.to ? { to: clock.to } : {}) }
}

/** The clocks of whose turn it is not any more are stopped, and those of the tasks that were just made are started. */
export function keepClocks(run: Run, element: Element, node: Node, tasks: readonly CreateTask[]): void {
  if (!element.canmou.limit) return
  const heirs = clocksOf(run, node).map((one) => ({ one, place: heirOf(run, node, one.clock) }))
  for (const { one, place } of heirs) {
    if (place === undefined) stop(run, one)
    else if (place !== one.clock.place) run.patch(one.key, { clock: { ...one.clock, place } })
  }
  for (const task of tasks) {
    const place = task.place?.signer ?? 0
    if (!task.limit || limitClock(run, node, place)) continue
    const clock = newClock(run, element, node)
    if (!clock) continue
    startClock(run, node, { ...clock, place })
    if (element.canmou.reminders !== undefined) startClock(run, node, { ...clock, place, reminder: 1 })
  }
}

type ClockNode = Node & { clock: Clock }

const isClock = (node: Node): node is ClockNode => node.clock !== undefined

const clocksOf = (run: Run, host: Node): ClockNode[] =>
  run.nodes.filter(isClock).filter((node) => node.host === host.key)

const limitClock = (run: Run, host: Node, place: number): Clock | undefined =>
  clocksOf(run, host).find(({ clock }) => clock.place === place && clock.reminder === undefined)?.clock

/** Whoever takes a place over has the time that is left of it, as long as any is. */
const takenOver = (run: Run, node: Node, signer: Signer | undefined): Clock | undefined =>
  signer?.instead === undefined ? undefined : limitClock(run, node, signer.instead)

/** Whose clock it is now: of the same place, or of who has taken it over; undefined where nobody is asked there. */
function heirOf(run: Run, { key }: Node, { place }: Clock): number | undefined {
  const node = run.get(key)
  const open = roundOf(node).signers.filter(({ state }) => state === 'open')
  if (open.some(({ id }) => id === place)) return place
  return limitClock(run, node, place) && open.find(({ instead }) => instead === place)?.id
}

function stop(run: Run, node: ClockNode): void {
  run.remove(node.key)
  if (node.wait) run.effect({ type: 'cancelTimer', timerId: publicId(node) })
}

/** Starts a clock: its caller is asked to wake the instance when it rings. */
export function startClock(run: Run, host: Node, clock: Clock): void {
  const { due, working } = momentOf(clock)
  const { at, in: scope, key } = host
  const node = run.add({ kind: 'wait', at, in: scope, host: key, wait: { for: 'timer', due }, clock })
  run.effect({ type: 'scheduleTimer', timerId: publicId(node), elementId: at, due, working })
}

function newClock(run: Run, element: Element, node: Node): Clock | undefined {
  const { limit, remindBefore, remindEvery, escalateTo } = element.canmou
  const length = limit && lengthOf(run, limit, node)
  if (length === undefined) return undefined
  const before = remindBefore && lengthOf(run, remindBefore, node)
  const every = remindEvery && lengthOf(run, remindEvery, node)
  const to = escalateTo && evaluateJson(run, escalateTo, node.key)
  return {
    place: 0,
    since: run.at,
    limit: length,
    ...(before === undefined ? {} : { before }),
    ...(every === undefined ? {} : { every }),
    ...(to === undefined || to === null ? {} : { to: whoOf(to, escalateTo?.text ?? '') }),
  }
}

function lengthOf(run: Run, expression: Expression, node: Node): string | undefined {
  const written = evaluateText(run, expression, node.key)
  if (written === undefined || (readWorkingLength(written) && after(run.at, written) !== undefined))
    return written
  throw new Incident('TIMER_INVALID', `${expression.text} gives no length of working time: ${written}`)
}

/** When the clock rings, in working time. */
export const workingOf = (clock: Clock): WorkingMoment => momentOf(clock).working

function momentOf({ since, limit, reminder, before, every }: Clock): { due: string; working: WorkingMoment } {
  const again = reminder === undefined || every === undefined ? [] : repeated(every, reminder - 1)
  const first = reminder === undefined || before === undefined ? [] : [`-${before}`]
  const written = [limit, ...first, ...again]
  const due = written.reduce((at, length) => after(at, length) ?? at, since)
  return { due, working: { since, by: written.map(signed) } }
}

const repeated = (text: string, times: number): string[] => new Array<string>(times).fill(text)

function signed(written: string): WorkingLength {
  const isBack = written.startsWith('-')
  const length = readWorkingLength(isBack ? written.slice(1) : written) ?? { days: 0, millis: 0 }
  return isBack ? backwards(length) : length
}
