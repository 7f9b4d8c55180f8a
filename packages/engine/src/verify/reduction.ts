import type { Element, Scope } from '../model.ts'
import type { Marking, Place } from './marking.ts'

/**
 * Parallel branches that do not touch one another can be walked in one order instead of in all of them. This picks
 * the place to move first, or nothing where the order may matter: only a plain task whose level, and every level
 * around it, has no inclusive join (it looks at where other tokens are) and no event that could end it; and only
 * one that no other token of the level can still come to, so that branches that meet without a join are still seen
 * to do so.
 */
export function placeToMoveFirst(marking: Marking): Place | undefined {
  return marking.places.find(
    (place) =>
      isPlainTask(place) &&
      isCalm(marking, place) &&
      !marking.places.some((other) => other !== place && other.in === place.in && mayCome(other, place)),
  )
}

const plainTypes: ReadonlySet<string> = new Set([
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'receiveTask',
  'intermediateCatchEvent',
  'callActivity',
])

const isPlainTask = ({ element, scope }: Place) =>
  element !== undefined && !scope && element.boundaries.length === 0 && plainTypes.has(element.type)

function isCalm(marking: Marking, place: Place): boolean {
  for (let key = place.in; key >= 0;) {
    const level = marking.places.find((one) => one.key === key)
    if (!level?.scope || !isCalmScope(level.scope) || (level.element?.boundaries.length ?? 0) > 0)
      return false
    key = level.in
  }
  return true
}

const calmScopes = new WeakMap<Scope, boolean>()

function isCalmScope(scope: Scope): boolean {
  const known = calmScopes.get(scope)
  if (known !== undefined) return known
  const hasInclusiveJoin = scope.elements.some(
    (one) => one.type === 'inclusiveGateway' && one.incoming.length > 1,
  )
  const isCalm =
    !hasInclusiveJoin && scope.eventSubProcesses.length === 0 && scope.owner?.type !== 'eventSubProcess'
  calmScopes.set(scope, isCalm)
  return isCalm
}

const mayCome = (other: Place, place: Place) =>
  other.element !== undefined && place.element !== undefined && reachOf(other.element).has(place.element)

const reaches = new WeakMap<Element, ReadonlySet<Element>>()

/** Elements that a token at the element can come to by itself: not past a parallel join. */
function reachOf(element: Element): ReadonlySet<Element> {
  const known = reaches.get(element)
  if (known) return known
  const reached = new Set(nextOf(element))
  // the set grows while it is walked
  for (const next of reached) {
    const isJoin = next.type === 'parallelGateway' && next.incoming.length > 1
    if (!isJoin) for (const further of nextOf(next)) reached.add(further)
  }
  // two tokens in one element: each may come to where the other is
  reached.add(element)
  reaches.set(element, reached)
  return reached
}

function nextOf(element: Element): Element[] {
  const links = element.event?.kind === 'link' ? element.event.targets : []
  return [...element.outgoing.map((flow) => flow.target), ...element.boundaries, ...links]
}
