import type { Element, Process, Scope } from '../model.ts'
import { pathTo } from './explore.ts'
import type { Rest, StateSpace } from './explore.ts'
import { finding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Language } from './messages.ts'

/** What the state space shows: halts, tokens left behind, ends and elements that nothing reaches. */
export function checkSoundness(
  process: Process,
  space: StateSpace,
  limit: number,
  language: Language,
): Finding[] {
  const halts = checkHalts(space, language)
  const halted = new Set(halts.map((one) => one.elementId))
  const findings = [...halts, ...checkWaits(space, halted, language), ...checkDoubled(space, language)]
  if (!space.isComplete) {
    return [finding(language, 'STATE_LIMIT', process.id, { limit: String(limit) }), ...findings]
  }
  return [
    ...findings,
    ...checkEnding(space, process, language),
    ...checkReached(space, process.root, language),
  ]
}

interface Waiting {
  gateway: Element
  missing: string
}

/** Joins at which tokens wait, with the incoming flows that are still empty. */
function waitingJoins(rest: Rest): Waiting[] {
  return rest.marking.places.flatMap(({ scope, joins }) => {
    const filled = scope?.flows.filter((flow) => (joins[flow.id] ?? 0) > 0) ?? []
    const gateways = new Set(filled.map((flow) => flow.target))
    return [...gateways].map((gateway) => ({
      gateway,
      missing: gateway.incoming.flatMap((flow) => (filled.includes(flow) ? [] : [flow.id])).join(', '),
    }))
  })
}

/** Rests where tokens wait and nothing can be done any more. */
function checkHalts(space: StateSpace, language: Language): Finding[] {
  const found = new Map<string, Finding>()
  for (const rest of space.rests) {
    if (rest.marking.outcome !== 'running' || rest.next.length > 0) continue
    // cut short by the limit, not halted
    if (!space.isComplete && !isAtRestForGood(rest)) continue
    const path = pathTo(rest)
    for (const { gateway, missing } of waitingJoins(rest)) {
      if (found.has(gateway.id)) continue
      const ended = gateway.scope.elements.some((one) => one.type === 'endEvent' && path.includes(one.id))
      const code = ended ? 'TOKEN_LEFT_BEHIND' : 'DEADLOCK'
      found.set(gateway.id, finding(language, code, gateway.id, { missing }, path))
    }
  }
  return [...found.values()]
}

/** Only levels with tokens at joins are left: nothing outside can move them. */
const isAtRestForGood = (rest: Rest) =>
  rest.marking.places.every((place) => place.scope && place.element === undefined)

/** Joins that wait while the rest of the process goes round for ever without them. */
function checkWaits(space: StateSpace, halted: ReadonlySet<string>, language: Language): Finding[] {
  if (!space.isComplete) return []
  const waits = new Map<string, { wait: Waiting; rests: Rest[] }>()
  for (const rest of space.rests) {
    for (const wait of waitingJoins(rest)) {
      const known = waits.get(wait.gateway.id)
      if (known) known.rests.push(rest)
      else waits.set(wait.gateway.id, { wait, rests: [rest] })
    }
  }
  return [...waits.values()].flatMap(({ wait, rests }) => {
    const { gateway, missing } = wait
    if (halted.has(gateway.id)) return []
    const isWaiting = new Set(rests)
    const released = reaching(
      space,
      (rest) =>
        !isWaiting.has(rest) ||
        rest.next.some((step) => step.joined.has(gateway.id) || !isWaiting.has(step.to)),
    )
    const stuck = rests.find((rest) => !released.has(rest) && rest.next.length > 0)
    return stuck ? [finding(language, 'JOIN_WAITS_FOREVER', gateway.id, { missing }, pathTo(stuck))] : []
  })
}

/** All rests from which one that satisfies `isGoal` can be reached, itself included. */
function reaching(space: StateSpace, isGoal: (rest: Rest) => boolean): Set<Rest> {
  const before = new Map<Rest, Rest[]>()
  for (const rest of space.rests) {
    for (const { to } of rest.next) {
      const known = before.get(to)
      if (known) known.push(rest)
      else before.set(to, [rest])
    }
  }
  const reached = new Set(space.rests.filter(isGoal))
  // the set grows while it is walked
  for (const rest of reached) for (const earlier of before.get(rest) ?? []) reached.add(earlier)
  return reached
}

/** Parallel branches that meet without a join; the first place where it shows, once per level. */
function checkDoubled(space: StateSpace, language: Language): Finding[] {
  const first = new Map<Scope, Finding>()
  for (const { element, path } of space.doubled.values()) {
    if (first.has(element.scope)) continue
    first.set(element.scope, finding(language, 'TOKENS_NOT_SYNCHRONIZED', element.id, {}, path))
  }
  return [...first.values()]
}

/** A rest from which the process can go on, but neither end nor halt. */
function checkEnding(space: StateSpace, process: Process, language: Language): Finding[] {
  const canStop = reaching(space, (rest) => rest.next.length === 0)
  const endless = space.rests.find((rest) => !canStop.has(rest))
  if (endless) {
    const path = pathTo(endless)
    return [finding(language, 'NEVER_ENDS', path.at(-1) ?? process.id, {}, path)]
  }
  // the first step may already go round for ever without resting anywhere
  return space.rests.length === 0 ? [finding(language, 'NEVER_ENDS', process.id)] : []
}

/** Elements that no token ever reached. What lies inside, or sits on, such an element is not told again. */
function checkReached(space: StateSpace, scope: Scope, language: Language): Finding[] {
  const undoing = reachableHandlers(space, scope)
  return scope.elements.flatMap((element) => {
    if (element.attachedTo && !space.entered.has(element.attachedTo.id)) return []
    const isCompensation = element.event?.kind === 'compensate' && element.type === 'boundaryEvent'
    const isReached =
      isCompensation || element.isForCompensation ? undoing.has(element.id) : space.entered.has(element.id)
    if (isReached)
      return element.body && !element.isForCompensation ? checkReached(space, element.body, language) : []
    return [finding(language, element.type === 'endEvent' ? 'END_UNREACHABLE' : 'DEAD_ELEMENT', element.id)]
  })
}

/** Compensation events and handlers of activities that can be done and then undone. */
function reachableHandlers(space: StateSpace, scope: Scope): Set<string> {
  const throwers = allElements(rootOf(scope)).filter(
    ({ id, event, type }) =>
      event?.kind === 'compensate' && type !== 'boundaryEvent' && space.entered.has(id),
  )
  const isCalledFor = (activity: Element) =>
    throwers.some(
      ({ event }) =>
        event?.kind === 'compensate' &&
        (!event.activity || event.activity === activity || encloses(event.activity, activity)),
    )
  const handled = scope.elements.filter(
    (one) => one.compensation && space.entered.has(one.id) && isCalledFor(one),
  )
  return new Set(
    handled.flatMap((one) => [one.compensation?.id ?? '', ...one.boundaries.map((event) => event.id)]),
  )
}

function encloses(outer: Element, inner: Element): boolean {
  for (let scope: Scope | undefined = inner.scope; scope; scope = scope.parent)
    if (scope.owner === outer) return true
  return false
}

const rootOf = (scope: Scope): Scope => (scope.parent ? rootOf(scope.parent) : scope)

export function allElements(scope: Scope): Element[] {
  return scope.elements.flatMap((element) => [element, ...(element.body ? allElements(element.body) : [])])
}
