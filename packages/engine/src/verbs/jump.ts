import type { Element, Flow } from '../model.ts'
import { isActivity } from '../model.ts'
import { cancelNode, cancelWhere, sourcesInside } from '../run/cancel.ts'
import { tokensIn } from '../run/rewind.ts'
import { keyOf, publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { openTaskIds } from '../run/signing.ts'
import { beginning, met, movedOn } from '../run/trail.ts'
import type { Node } from '../state.ts'
import type { Refusal } from './refusals.ts'

export interface Jump {
  /** The node whose token moves: what the caller named, or the activity around it at the target's level. */
  token: Node
  target: Element
  /** Other tokens of the level cannot stay: the target lies outside their branch. */
  withdrawsOthers: boolean
}

/** Works out whether a token can go to an element, and what must be withdrawn with it. */
export function planJump(run: Run, from: string, to: string): Jump | Refusal {
  const node = tokenNode(run, from)
  if (!node) return 'NO_SUCH_TASK'
  const target = run.process.elements.get(to)
  if (!target || !isTarget(target)) return 'JUMP_TARGET_UNKNOWN'
  let token = node
  while (token.in >= 0) {
    // a step done for one that is away has no token of its own
    if (token.home !== undefined) {
      token = run.get(token.home)
      continue
    }
    const scope = run.get(token.in)
    if (scope.kind === 'scope' && scopeOf(run, scope) === target.scope) break
    if (run.process.elements.get(scope.at)?.type === 'eventSubProcess') return 'OUT_OF_EVENT_SUB_PROCESS'
    if (scope.kind === 'undo') return 'COMPENSATION_RUNNING'
    token = scope
  }
  if (token.in < 0) return 'JUMP_INTO_SUB_PROCESS'
  if (run.nodes.some((one) => one.kind === 'undo' && isInside(run, one, token))) return 'COMPENSATION_RUNNING'
  if (isSameBranch(run.element(token.at), target)) return { token, target, withdrawsOthers: false }
  if (isMissed(target)) return 'JUMP_INTO_BRANCH'
  return { token, target, withdrawsOthers: tokensIn(run.nodes, run.get(token.in)) > 1 }
}

function tokenNode(run: Run, id: string): Node | undefined {
  const node = typeof id === 'string' ? run.find(keyOf(id)) : undefined
  if (!node || node.host !== undefined) return undefined
  if (node.kind === 'task' ? !node.failed && !openTaskIds(node).includes(id) : publicId(node) !== id)
    return undefined
  const isToken = ['task', 'job', 'call', 'wait', 'incident'].includes(node.kind)
  return isToken ? node : undefined
}

/** Activities and events that a token can be put on; not what is entered by an event or hangs on an activity. */
function isTarget(target: Element): boolean {
  if (target.isForCompensation) return false
  return isActivity(target) || target.type === 'endEvent' || target.type === 'exclusiveGateway'
}

function scopeOf(run: Run, scope: Node) {
  return scope.in < 0 ? run.process.root : run.process.elements.get(scope.at)?.body
}

function isInside(run: Run, node: Node, around: Node): boolean {
  for (let key = node.key; key >= 0; key = run.get(key).in) if (key === around.key) return true
  return false
}

const isFork = (element: Element) =>
  (element.type === 'parallelGateway' || element.type === 'inclusiveGateway') &&
  (element.incoming.length > 1 || element.outgoing.length > 1)

/** Whether one can walk from one to the other, or back, without passing where branches part or meet. */
function isSameBranch(one: Element, other: Element): boolean {
  // a reminder makes a token of its own, which is not the step's
  const own = (from: Element) => reach(from, isFork, (event) => event.interrupting === true)
  return one === other || own(one).has(other) || own(other).has(one)
}

function reach(
  start: Element,
  isStop: (element: Element) => boolean,
  isTaken: (boundary: Element) => boolean = () => true,
): Set<Element> {
  const seen = new Set<Element>([start])
  for (const element of seen) {
    if (isStop(element)) continue
    for (const { target } of waysOut(element, isTaken)) seen.add(target)
    const links = element.event?.kind === 'link' ? element.event.targets : []
    for (const link of links) seen.add(link)
  }
  return seen
}

const waysOut = (element: Element, isTaken: (boundary: Element) => boolean): Flow[] => [
  ...element.outgoing,
  ...element.boundaries.filter(isTaken).flatMap((boundary) => boundary.outgoing),
]

/** A single token at the target would come to a parallel join that waits for branches which no longer come. */
function isMissed(target: Element): boolean {
  const joins = [...reach(target, () => false)].filter(
    (element) => element.type === 'parallelGateway' && element.incoming.length > 1,
  )
  return joins.some((join) => {
    const before = reach(target, (element) => element === join)
    return !join.incoming.every((flow) => flow.source !== join && before.has(flow.source))
  })
}

export function carryOutJump(run: Run, { token, target, withdrawsOthers }: Jump): void {
  const from = token.from ?? beginning
  run.from = from
  // what an administrator has moved is not taken back from under him
  movedOn(run)
  if (!withdrawsOthers) cancelNode(run, token.key)
  else {
    const scope = run.get(token.in)
    const led = sourcesInside(run, scope)
    cancelWhere(run, (node) => node.in === scope.key && node.host === undefined)
    const { joins: _, came: __, ...rest } = run.get(scope.key)
    run.replace(scope.key, { ...rest, live: 1 })
    met(run, {
      key: run.next++,
      at: target.id,
      in: scope.key,
      from: led,
      via: [],
      since: commonCause(run, led),
      cut: true,
    })
  }
  run.push({ do: 'enter', at: target.id, in: token.in })
}

/** The last visit that led to all of the tokens: the way back from behind the jump goes there. */
function commonCause(run: Run, keys: readonly number[]): number {
  const trail = run.trail ?? []
  const pasts = keys.map((key) => new Set(pastKeys(run, key)))
  const common = trail.filter((visit) => pasts.every((past) => past.has(visit.key)))
  return common.at(-1)?.key ?? beginning
}

function pastKeys(run: Run, key: number): number[] {
  const found = [key]
  for (const one of found) {
    const visit = run.trail?.find((candidate) => candidate.key === one)
    for (const before of visit?.from ?? []) if (!found.includes(before)) found.push(before)
  }
  return found
}
