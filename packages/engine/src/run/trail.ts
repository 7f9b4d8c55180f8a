import type { Node, Visit } from '../state.ts'
import { isAdvice } from './round.ts'
import type { Run } from './run.ts'

/** The start of the instance, as what led to a visit. */
export const beginning = 0

export function visitOf(run: Run, key: number): Visit | undefined {
  return run.trail?.find((visit) => visit.key === key)
}

/** A person has done a step: the token goes on from this visit. */
export function visited(run: Run, node: Node, was?: Node): void {
  const from = node.from ?? beginning
  const visit: Visit = { key: node.key, at: node.at, in: node.in, from: [from] }
  if (run.by !== undefined) visit.by = run.by
  if (run.onBehalfOf !== undefined) visit.onBehalfOf = run.onBehalfOf
  if (node.passed) visit.passed = true
  if (was) visit.was = was
  const who = was && approversOf(was)
  if (who) visit.who = who
  run.from = visit.key
  if (!run.trail) {
    run.trail = [visit]
    return
  }
  run.trail = withoutOlder(run, settled(run.trail, from), visit).concat(visit)
}

/** Who approved among several; undefined where the caller does not say who acts. */
function approversOf({ round, answered }: Node): string[] | undefined {
  let found: string[] | undefined
  for (const signer of round?.signers ?? []) {
    const { by, state, decision, auto } = signer
    const isCounted = round !== undefined && !auto && !isAdvice(round, signer)
    const hasApproved = state === 'done' && decision !== 'reject' && isCounted
    if (by !== undefined && hasApproved) (found ??= []).push(by)
  }
  for (const { by } of answered ?? []) if (by !== undefined) (found ??= []).push(by)
  return found
}

/** Branches have met, or a scope has ended in which people worked. */
export function met(run: Run, visit: Visit): void {
  run.trail = [...withoutOlder(run, run.trail ?? [], visit), visit]
  run.from = visit.key
}

/** The token that leaves a scope comes from all that ended in it. */
export function scopeEnded(run: Run, node: Node): void {
  const { key, at, ends, cut } = node
  run.from = node.from ?? 0
  if (ends) met(run, { key, at, in: node.in, from: ends, via: [], since: run.from, ...(cut ? { cut } : {}) })
}

/**
 * An older visit of the same step that led here is left out, so the trail does not grow with every turn of a drawn
 * loop. What it had led to is then led to by what had led to it.
 */
function withoutOlder(run: Run, trail: readonly Visit[], visit: Visit): readonly Visit[] {
  const older = olderOf(trail, visit)
  if (!older || !pastOf(trail, visit.from).has(older.key)) return trail
  const isScope = older.via?.length === 0 && !older.cut
  const inside = isScope ? scopesInside(trail, older.key) : undefined
  const isGone = (one: Visit) => one === older || inside?.has(one.in) === true
  const gone = new Set(trail.flatMap((one) => (isGone(one) ? [one.key] : [])))
  const instead = isScope ? [older.since ?? beginning] : older.from
  // one token at a join cannot be made to come from several visits
  const needsOne = (one: Visit) =>
    one.since === older.key || (one.via !== undefined && one.via.length > 0 && one.from.includes(older.key))
  const isSplit = instead.length > 1 && (needsOne(visit) || trail.some(needsOne))
  if (isSplit || older.cut || isHeld(run, gone)) return trail
  const left = trail.filter((one) => !isGone(one)).map((one) => ledBy(one, older.key, instead))
  // the new visit's own causes are changed in place of it: it is not on the trail yet
  Object.assign(visit, ledBy(visit, older.key, instead))
  return left
}

function olderOf(trail: readonly Visit[], { at, in: scope }: Visit): Visit | undefined {
  for (const one of trail) if (one.at === at && one.in === scope) return one
  return undefined
}

/** Whether a token that is alive comes from one of the visits. */
function isHeld(run: Run, keys: ReadonlySet<number>): boolean {
  const holds = (key: number | undefined) => key !== undefined && keys.has(key)
  return (
    run.queue.some((work) => holds(work.from)) ||
    run.nodes.some(
      (node) =>
        holds(node.from) ||
        holds(node.cameBack?.from) ||
        node.ends?.some(holds) ||
        Object.values(node.came ?? {}).some((from) => from.some(holds)),
    )
  )
}

/** The visit, with what led to `gone` in its place; where branches met, each flow keeps where its token came from. */
function ledBy(visit: Visit, gone: number, instead: readonly number[]): Visit {
  const since = visit.since === gone ? { since: instead[0] ?? beginning } : {}
  if (!visit.from.includes(gone)) return visit.since === gone ? { ...visit, ...since } : visit
  const from = visit.from.flatMap((key) => (key === gone ? instead : [key]))
  const via = visit.via?.flatMap((flow, index) =>
    visit.from[index] === gone ? instead.map(() => flow) : [flow],
  )
  return { ...visit, ...since, from, ...(via ? { via } : {}) }
}

/** Once somebody has acted after a step, it can no longer be taken back: what it was like is not kept. */
function settled(trail: readonly Visit[], from: number): readonly Visit[] {
  const visit = visitIn(trail, from)
  if (!visit) return trail
  if (visit.was) {
    const { was: _, ...rest } = visit
    return trail.map((one) => (one === visit ? rest : one))
  }
  if (visit.via === undefined) return trail
  return visit.from.reduce(settled, trail)
}

/** Mostly it is the last one. */
function visitIn(trail: readonly Visit[], key: number): Visit | undefined {
  for (let index = trail.length - 1; index >= 0; index--) {
    const visit = trail[index] as Visit
    if (visit.key === key) return visit
  }
  return undefined
}

/** Keys of the visits that led to these, themselves included. */
export function pastOf(trail: readonly Visit[], keys: readonly number[]): Set<number> {
  const past = new Set(keys)
  // causes come before what they caused, so one pass from the end finds all
  for (let index = trail.length - 1; index >= 0; index--) {
    const visit = trail[index] as Visit
    if (past.has(visit.key)) for (const key of visit.from) past.add(key)
  }
  return past
}

/** Keys of the visits that these led to, themselves included. */
export function futureOf(trail: readonly Visit[], keys: readonly number[]): Set<number> {
  const future = new Set(keys)
  for (const visit of trail) if (visit.from.some((key) => future.has(key))) future.add(visit.key)
  return future
}

/** Something that cannot be undone happened on the way from the last visit. */
export function movedOn(run: Run): void {
  const { from, trail } = run
  if (from === beginning || !trail) return
  run.trail = trail.map((visit) => (visit.key === from && !visit.moved ? { ...visit, moved: true } : visit))
}

/** An instance of a loop has ended: its steps can no longer be gone back to one by one. */
export function forgetInside(run: Run, scopeKey: number): void {
  if (run.trail?.some((visit) => visit.in === scopeKey)) {
    const inside = scopesInside(run.trail, scopeKey)
    run.trail = run.trail.filter((visit) => !inside.has(visit.in))
  }
}

/** The scope's key and those of the scopes that have ended in it. */
function scopesInside(trail: readonly Visit[], scopeKey: number): Set<number> {
  const inside = new Set([scopeKey])
  // what ended inside comes before what surrounds it
  for (let index = trail.length - 1; index >= 0; index--) {
    const visit = trail[index] as Visit
    if (inside.has(visit.in)) inside.add(visit.key)
  }
  return inside
}
