import type { Node, Visit } from '../state.ts'
import type { Run } from './run.ts'

/** The start of the instance, as what led to a visit. */
export const beginning = 0

export function visitOf(run: Run, key: number): Visit | undefined {
  return run.trail?.find((visit) => visit.key === key)
}

/**
 * A person has done a step: the token goes on from this visit. An older visit of the same step that led here is left
 * out, so the trail never grows beyond one visit a step and scope, however often a drawn loop is walked.
 */
export function visited(run: Run, node: Node, was?: Node): void {
  const from = node.from ?? beginning
  const visit: Visit = { key: node.key, at: node.at, in: node.in, from: [from] }
  if (run.by !== undefined) visit.by = run.by
  if (run.onBehalfOf !== undefined) visit.onBehalfOf = run.onBehalfOf
  if (was) visit.was = was
  const who = was && approversOf(was)
  if (who && who.length > 0) visit.who = who
  run.from = visit.key
  if (!run.trail) {
    run.trail = [visit]
    return
  }
  const trail = settled(run.trail, from)
  const older = olderVisit(trail, visit)
  if (older && pastOf(trail, [from]).has(older.key)) {
    run.trail = [...without(trail, older), settledFrom(visit, older)]
  } else run.trail = trail.concat(visit)
}

function approversOf({ round, answered }: Node): string[] {
  const signers = round?.signers.filter(
    (one) => one.state === 'done' && one.decision !== 'reject' && !one.auto,
  )
  return [...(signers ?? []), ...(answered ?? [])].flatMap(({ by }) => by ?? [])
}

function olderVisit(trail: readonly Visit[], { at, in: scope }: Visit): Visit | undefined {
  for (const visit of trail) if (visit.at === at && visit.in === scope) return visit
  return undefined
}

/** Branches have met, or a scope has ended in which people worked. */
export function met(run: Run, visit: Visit): void {
  run.trail = [...(run.trail ?? []), visit]
  run.from = visit.key
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

/** Leaves a visit out; what it led to is then led to by what had led to it. */
function without(trail: readonly Visit[], gone: Visit): Visit[] {
  return trail.flatMap((visit) => (visit === gone ? [] : settledFrom(visit, gone)))
}

function settledFrom(visit: Visit, gone: Visit): Visit {
  if (!visit.from.includes(gone.key)) return visit
  const { via } = visit
  const from = visit.from.flatMap((key) => (key === gone.key ? gone.from : [key]))
  // where branches met, each flow keeps the visit that its token came from
  const aligned = via?.flatMap((flow, index) =>
    visit.from[index] === gone.key ? gone.from.map(() => flow) : [flow],
  )
  return aligned ? { ...visit, from, via: aligned } : { ...visit, from }
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
