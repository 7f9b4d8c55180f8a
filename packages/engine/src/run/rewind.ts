import type { Element } from '../model.ts'
import type { Enter, Node, Returned, Visit } from '../state.ts'
import type { Refusal } from '../verbs/refusals.ts'
import { localVariables } from './activity.ts'
import { carriedOver } from './away.ts'
import { cancelWhere } from './cancel.ts'
import { placeTask } from './place-task.ts'
import type { Run } from './run.ts'
import { armEventSubProcesses } from './scope.ts'
import { entered } from './tokens.ts'
import { beginning, futureOf } from './trail.ts'
import { armBoundaries } from './waiting.ts'

/**
 * Going back to steps that were done. In the causal net of the run, what is left when a step and everything that
 * followed from it are taken out is again a state that the drawing can be in: tokens beside it stay where they are, a
 * branch that had already met others at a join waits there again, and the step is open. So nothing is ever lost,
 * doubled or left waiting for what cannot come (docs/decisions/0010-approval-verbs.md).
 */
export interface Rewind {
  targets: readonly Visit[]
  /** Keys of the visits that are taken out. */
  future: ReadonlySet<number>
  /** Sub-processes that have ended and are opened again, outermost first. */
  reopened: readonly Visit[]
}

/** Works out what going back to these steps takes, or why it cannot be. Changes nothing. */
export function planRewind(run: Run, targets: readonly Visit[], from?: Node): Rewind | Refusal {
  const trail = run.trail ?? []
  const future = futureOf(
    trail,
    targets.map((visit) => visit.key),
  )
  const isCutOff = trail.some(
    (visit) => visit.cut && future.has(visit.key) && visit.from.some((key) => !future.has(key)),
  )
  if (isCutOff) return 'BRANCHES_WITHDRAWN'
  const reopened: Visit[] = []
  for (const target of targets) {
    const refusal = reopen(run, target.in, reopened)
    if (refusal) return refusal
    if (from && leavesEvent(run, from, target.in, reopened)) return 'OUT_OF_EVENT_SUB_PROCESS'
  }
  const undoes = run.nodes.some((node) => node.kind === 'undo' && future.has(node.from ?? beginning))
  return undoes ? 'COMPENSATION_RUNNING' : { targets, future, reopened }
}

/** Finds the sub-processes around a step that have ended, and refuses those that cannot be opened again. */
function reopen(run: Run, scopeKey: number, reopened: Visit[]): Refusal | undefined {
  if (run.find(scopeKey)?.kind === 'scope' || reopened.some((visit) => visit.key === scopeKey))
    return undefined
  const ended = run.trail?.find((visit) => visit.key === scopeKey && visit.via)
  const element = ended && run.process.elements.get(ended.at)
  if (!ended || element?.type !== 'subProcess') return 'STEP_IS_CLOSED'
  if (ended.cut) return 'BRANCHES_WITHDRAWN'
  const refusal = reopen(run, ended.in, reopened)
  if (!refusal) reopened.push(ended)
  return refusal
}

/** An event sub-process answers something that has happened: no token goes back out of it. */
function leavesEvent(run: Run, from: Node, scopeKey: number, reopened: readonly Visit[]): boolean {
  let target = scopeKey
  for (let ended = reopened.find((visit) => visit.key === target); ended;) {
    target = ended.in
    ended = reopened.find((visit) => visit.key === target)
  }
  const around = new Set<number>()
  for (let key = target; key >= 0; key = run.get(key).in) around.add(key)
  for (let key = from.in; key >= 0 && !around.has(key); key = run.get(key).in) {
    if (run.process.elements.get(run.get(key).at)?.type === 'eventSubProcess') return true
  }
  return false
}

/** Carries the plan out. `begin` says how a step is begun again; without it, anew. */
export function rewind(run: Run, plan: Rewind, returned?: Returned, begin?: (visit: Visit) => void): void {
  const { targets, future } = plan
  cancelWhere(run, (node) => node.in >= 0 && node.host === undefined && future.has(node.from ?? beginning))
  const keys = openScopes(run, plan)
  dropWaiting(run, future)
  const waiting = (run.trail ?? []).filter((visit) => future.has(visit.key) && visit.via)
  for (const visit of waiting) waitAgain(run, visit, future, keys)
  run.trail = (run.trail ?? [])
    .filter((visit) => !future.has(visit.key))
    .map((visit) => (keys.has(visit.in) ? { ...visit, in: keys.get(visit.in) ?? visit.in } : visit))
  countTokens(run)
  for (const target of targets) {
    const visit = { ...target, in: keys.get(target.in) ?? target.in }
    run.patch(visit.in, { live: (run.get(visit.in).live ?? 0) + 1 })
    run.from = visit.from[0] ?? beginning
    if (begin) begin(visit)
    else beginAgain(run, visit, returned)
  }
}

/** Puts a token at a step once more. */
export function beginAgain(
  run: Run,
  { at, in: scope, from }: Visit,
  returned?: Returned,
  home?: number,
): void {
  const element = run.element(at)
  const enter: Enter = { do: 'enter', at, in: scope, from: from[0] ?? beginning }
  if (returned) enter.returned = returned
  if (home !== undefined) enter.home = home
  if (element.type === 'startEvent') placeStarter(run, element, enter)
  else run.push(enter)
}

/** Where the drawing has no step of the starter's, the start event itself becomes one. */
function placeStarter(run: Run, element: Element, enter: Enter): void {
  entered(run, element, enter)
  run.from = enter.from ?? beginning
  const node = run.add({ kind: 'task', at: element.id, in: enter.in, ...carriedOver(enter) })
  placeTask(run, element, node)
}

function openScopes(run: Run, { reopened }: Rewind): Map<number, number> {
  const keys = new Map<number, number>()
  for (const ended of reopened) {
    const element = run.element(ended.at)
    const inside = keys.get(ended.in) ?? ended.in
    run.from = ended.since ?? beginning
    entered(run, element, {})
    const vars = localVariables(run, element, { do: 'enter', at: element.id, in: inside })
    const node = run.add({ kind: 'scope', at: element.id, in: inside, live: 0, ...(vars ? { vars } : {}) })
    if (element.body) armEventSubProcesses(run, element.body, node)
    armBoundaries(run, element, node)
    keys.set(ended.key, node.key)
  }
  return keys
}

/** Takes away tokens at joins, and marks of ended ones, that come from what is taken out. */
function dropWaiting(run: Run, future: ReadonlySet<number>): void {
  for (const node of run.nodes.slice()) {
    if (node.ends) run.patch(node.key, { ends: node.ends.filter((key) => !future.has(key)) })
    if (!node.came || !node.joins) continue
    const { joins: _, came: __, ...rest } = run.get(node.key)
    const came = Object.entries(node.came).flatMap(([flow, from]) => {
      const left = from.filter((key) => !future.has(key))
      return left.length > 0 ? [[flow, left] as const] : []
    })
    const joins = Object.fromEntries(came.map(([flow, from]) => [flow, from.length]))
    run.replace(node.key, came.length > 0 ? { ...rest, joins, came: Object.fromEntries(came) } : rest)
  }
}

/** Branches had met and one of them is taken back: the others wait at the join again. */
function waitAgain(
  run: Run,
  visit: Visit,
  future: ReadonlySet<number>,
  keys: ReadonlyMap<number, number>,
): void {
  const scopeKey = keys.get(visit.in) ?? visit.in
  if (!run.find(scopeKey)) return
  visit.via?.forEach((flow, index) => {
    const from = visit.from[index] ?? beginning
    if (future.has(from)) return
    const { joins, came } = run.get(scopeKey)
    run.patch(scopeKey, {
      joins: { ...joins, [flow]: (joins?.[flow] ?? 0) + 1 },
      came: { ...came, [flow]: [...(came?.[flow] ?? []), from] },
    })
  })
}

/** A scope is alive as long as tokens are in it: those that wait in nodes, and those at joins. */
function countTokens(run: Run): void {
  for (const scope of run.nodes.slice()) {
    if (scope.kind !== 'scope') continue
    const live = tokensIn(run.nodes, scope)
    if (live !== scope.live) run.patch(scope.key, { live })
  }
}

export function tokensIn(nodes: readonly Node[], scope: Node): number {
  const atJoins = Object.values(scope.joins ?? {}).reduce((sum, count) => sum + count, 0)
  const inNodes = nodes.filter(
    (node) => node.in === scope.key && node.host === undefined && node.home === undefined,
  )
  return atJoins + inNodes.length
}
