import type { Element, Flow } from '../model.ts'

/** For one inclusive join: from where a token can still reach which of its incoming flows. */
interface InclusiveReach {
  /** Whether the join may fire with these tokens at joins and these elements active in its scope. */
  isComplete(joins: { readonly [flowId: string]: number }, active: Iterable<string>): boolean
}

const cache = new WeakMap<Element, InclusiveReach>()

/**
 * BPMN 2.0.2 §13.4.3. The join fires when it has a token, and every token elsewhere that has a path to one of its
 * empty incoming flows also has a path to one of its filled ones; paths do not lead through the join itself. A
 * non-interrupting boundary event makes a token of its own: such a path may fill a flow, but the token that stays
 * behind is still to come by its own.
 */
export function inclusiveReach(gateway: Element): InclusiveReach {
  const known = cache.get(gateway)
  if (known) return known
  const made = compute(gateway)
  cache.set(gateway, made)
  return made
}

function compute(gateway: Element): InclusiveReach {
  const flows = new Map<string, Reached>()
  const elements = new Map<string, Reached>()
  for (const flow of gateway.scope.flows)
    flows.set(
      flow.id,
      reachedFrom(() => [flow], gateway),
    )
  for (const element of gateway.scope.elements) {
    elements.set(
      element.id,
      reachedFrom((ways) => ways(element), gateway),
    )
  }
  const incoming = gateway.incoming.map((flow) => flow.id)
  const isOwn = new Set(incoming)
  return {
    isComplete(joins, active) {
      const isFilled = (id: string) => (joins[id] ?? 0) > 0
      if (!incoming.some(isFilled)) return false
      const mayWaitFor = (reached: Reached | undefined) =>
        reached !== undefined &&
        incoming.some((id) => reached.atAll.has(id) && !isFilled(id)) &&
        !incoming.some((id) => reached.itself.has(id) && isFilled(id))
      for (const id of active) if (mayWaitFor(elements.get(id))) return false
      return !Object.keys(joins).some((id) => !isOwn.has(id) && isFilled(id) && mayWaitFor(flows.get(id)))
    },
  }
}

/** Incoming flows of the join that a token can come to: itself, or also one made on its behalf. */
interface Reached {
  itself: ReadonlySet<string>
  atAll: ReadonlySet<string>
}

type Ways = (element: Element) => Flow[]

/** Where a token that sits at the element may go: its flows, the flows of events that end it, its link's target. */
const ownWays: Ways = (element) => {
  const links = element.event?.kind === 'link' ? element.event.targets : []
  const interrupting = element.boundaries.filter((boundary) => boundary.interrupting)
  return [...element.outgoing, ...[...interrupting, ...links].flatMap((event) => event.outgoing)]
}

const allWays: Ways = (element) => [
  ...ownWays(element),
  ...element.boundaries.filter((boundary) => !boundary.interrupting).flatMap((boundary) => boundary.outgoing),
]

function reachedFrom(starts: (ways: Ways) => readonly Flow[], gateway: Element): Reached {
  return {
    itself: lastFlows(starts(ownWays), ownWays, gateway),
    atAll: lastFlows(starts(allWays), allWays, gateway),
  }
}

/** Incoming flows of the join that a path from one of `starts` ends with, without passing through the join. */
function lastFlows(starts: readonly Flow[], ways: Ways, gateway: Element): ReadonlySet<string> {
  const seen = new Set<Flow>(starts)
  const reached = new Set<string>()
  // a Set also visits what is added while it is walked
  for (const flow of seen) {
    if (flow.target === gateway) reached.add(flow.id)
    else for (const next of ways(flow.target)) seen.add(next)
  }
  return reached
}
