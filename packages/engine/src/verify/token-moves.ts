import type { Element, EventDefinition, Flow } from '../model.ts'
import { inclusiveReach } from '../run/reachability.ts'
import { addPlace, copyOf, emptyLevel, isSpent, placeOf, removePlace } from './marking.ts'
import type { Marking, Moving, Place } from './marking.ts'

/**
 * Moves one token that is on its way; gives one marking for each way an open decision can go. The order is the
 * engine's own (last in, first out), so that what verify calls sound is what the engine does.
 */
export function moveOne(marking: Marking): Marking[] {
  const token = marking.moving.pop()
  if (!token) return [marking]
  const results = step(marking, token)
  for (const result of results) if (result.outcome === 'running') finishIfSpent(result, token.in)
  return results
}

function step(marking: Marking, token: Moving): Marking[] {
  if (token.at === 'flow') {
    marking.moving.push({ at: 'element', element: token.flow.target, in: token.in, via: token.flow })
    return [marking]
  }
  if (token.at === 'exit') return leave(marking, token.element, token.in)
  if (token.at === 'link') {
    const target = token.element.event?.kind === 'link' ? token.element.event.targets[0] : undefined
    if (target) marking.moving.push({ at: 'element', element: target, in: token.in })
    return [marking]
  }
  const { element } = token
  const isJoin = element.type === 'parallelGateway' || element.type === 'inclusiveGateway'
  if (isJoin && element.incoming.length > 1 && token.via) return arrive(marking, element, token.via, token.in)
  marking.trail.push(element.id)
  return enter(marking, element, token.in)
}

function enter(marking: Marking, element: Element, level: number): Marking[] {
  switch (element.type) {
    case 'subProcess':
    case 'eventSubProcess':
      openLevel(marking, element, level)
      return [marking]
    case 'endEvent':
      return end(marking, element, level)
    case 'intermediateThrowEvent':
      return throwOn(marking, element, level)
    case 'intermediateCatchEvent':
      if (element.event?.kind === 'link') return leave(marking, element, level)
      break
    case 'startEvent':
    case 'boundaryEvent':
    case 'task':
    case 'exclusiveGateway':
    case 'parallelGateway':
    case 'inclusiveGateway':
      return leave(marking, element, level)
    case 'scriptTask':
    case 'sendTask':
      if (!element.job) return leave(marking, element, level)
      break
    default:
  }
  addPlace(marking, level, element)
  return [marking]
}

export function openLevel(marking: Marking, element: Element, around: number): void {
  const { body } = element
  if (!body) return
  const level = addPlace(marking, around, element, body)
  const starts = element.type === 'eventSubProcess' ? body.startEvents : body.starts
  for (const start of starts.toReversed())
    marking.moving.push({ at: 'element', element: start, in: level.key })
  if (starts.length === 0) finishIfSpent(marking, level.key)
}

function end(marking: Marking, element: Element, level: number): Marking[] {
  const { event } = element
  if (element.job) {
    addPlace(marking, level, element)
  } else if (event?.kind === 'terminate') {
    emptyLevel(marking, placeOf(marking, level))
  } else if (event?.kind === 'error') {
    if (!dispatch(marking, level, 'error', event.code)) marking.outcome = 'failed'
  } else if (event?.kind === 'escalation') dispatch(marking, level, 'escalation', event.code)
  return [marking]
}

function throwOn(marking: Marking, element: Element, level: number): Marking[] {
  const { event } = element
  if (element.job) addPlace(marking, level, element)
  else if (event?.kind === 'link') marking.moving.push({ at: 'link', element, in: level })
  else {
    // pushed before the handler's token, which may take this one away
    marking.moving.push({ at: 'exit', element, in: level })
    if (event?.kind === 'escalation') dispatch(marking, level, 'escalation', event.code)
  }
  return [marking]
}

function arrive(marking: Marking, gateway: Element, via: Flow, level: number): Marking[] {
  const { joins } = placeOf(marking, level)
  joins[via.id] = (joins[via.id] ?? 0) + 1
  const isFull = gateway.incoming.every((flow) => (joins[flow.id] ?? 0) > 0)
  return gateway.type === 'parallelGateway' && isFull ? join(marking, gateway, level) : [marking]
}

/** The join takes one token from each flow that has any, and goes on with one. */
function join(marking: Marking, gateway: Element, level: number): Marking[] {
  const { joins } = placeOf(marking, level)
  for (const { id } of gateway.incoming) {
    const waiting = joins[id] ?? 0
    if (waiting > 1) joins[id] = waiting - 1
    else delete joins[id]
  }
  marking.trail.push(gateway.id)
  marking.joined.push(gateway.id)
  return leave(marking, gateway, level)
}

/** Inclusive joins that may fire now that every other token rests: one marking for each of them. */
export function fireInclusiveJoins(marking: Marking): Marking[] {
  const results: Marking[] = []
  for (const level of marking.places) {
    const active = marking.places
      .filter((place) => place.in === level.key)
      .flatMap((place) => place.element?.id ?? [])
    for (const gateway of gatewaysWaitedAt(level)) {
      if (!inclusiveReach(gateway).isComplete(level.joins, active)) continue
      const fired = copyOf(marking)
      for (const result of join(fired, gateway, level.key)) {
        finishIfSpent(result, level.key)
        results.push(result)
      }
    }
  }
  return results
}

export function gatewaysWaitedAt(level: Place): Set<Element> {
  const flows = level.scope?.flows.filter((flow) => (level.joins[flow.id] ?? 0) > 0) ?? []
  return new Set(flows.map((flow) => flow.target).filter((target) => target.type === 'inclusiveGateway'))
}

/** The token goes on along every choice of flows that the element's kind allows. */
export function leave(marking: Marking, element: Element, level: number): Marking[] {
  const choices = waysOn(element)
  return choices.map((flows, index) => {
    const result = index === choices.length - 1 ? marking : copyOf(marking)
    for (const flow of flows.toReversed()) result.moving.push({ at: 'flow', flow, in: level })
    return result
  })
}

/** Beyond this many conditional flows the choices are sampled: each alone, and all together. */
const maxFreeFlows = 6

function waysOn(element: Element): Flow[][] {
  const { outgoing, defaultFlow } = element
  if (outgoing.length === 0) return [[]]
  if (element.type === 'exclusiveGateway') return outgoing.map((flow) => [flow])
  const isConditional = (flow: Flow) => flow.condition !== undefined && flow !== defaultFlow
  const free = outgoing.filter(isConditional)
  const always = outgoing.filter((flow) => !isConditional(flow) && flow !== defaultFlow)
  if (free.length === 0) return [outgoing]
  const subsets = free.length <= maxFreeFlows ? subsetsOf(free) : [...free.map((flow) => [flow]), free]
  const none = [...always, ...(defaultFlow ? [defaultFlow] : [])]
  return [
    ...subsets.map((subset) => outgoing.filter((flow) => subset.includes(flow) || always.includes(flow))),
    ...(none.length > 0 ? [none] : []),
  ]
}

function subsetsOf(flows: Flow[]): Flow[][] {
  const subsets: Flow[][] = []
  for (let bits = 1; bits < 2 ** flows.length; bits++)
    subsets.push(flows.filter((_, index) => (bits >> index) & 1))
  return subsets
}

/** A level whose last token is gone is complete: the flow goes on behind it, or the process ends. */
function finishIfSpent(marking: Marking, key: number): void {
  const level = marking.places.find((place) => place.key === key)
  if (!level?.scope || !isSpent(marking, level)) return
  if (!level.element) {
    marking.outcome = 'completed'
    return
  }
  const { element } = level
  removePlace(marking, key)
  if (element.type === 'eventSubProcess') finishIfSpent(marking, level.in)
  else marking.moving.push({ at: 'exit', element, in: level.in })
}

/** Hands an error or escalation to the innermost handler around the level; false when there is none. */
export function dispatch(
  marking: Marking,
  level: number,
  kind: 'error' | 'escalation',
  code?: string,
): boolean {
  let isFromHandler = false
  for (let place = placeOf(marking, level); ; place = placeOf(marking, place.in)) {
    const starts = place.scope?.eventSubProcesses.flatMap((one) => one.body?.startEvents ?? []) ?? []
    const start = isFromHandler ? undefined : matching(starts, kind, code)
    if (start) {
      startEventSubProcess(marking, place, start)
      return true
    }
    const boundary = matching(place.element?.boundaries ?? [], kind, code)
    if (boundary) {
      fireBoundary(marking, place, boundary)
      return true
    }
    if (place.in < 0) return false
    isFromHandler = place.element?.type === 'eventSubProcess'
  }
}

/** The handler for this very code, else one for any code. */
export function matching(
  events: Element[],
  kind: EventDefinition['kind'],
  code?: string,
): Element | undefined {
  const handlers = events.filter(({ event }) => event?.kind === kind)
  const codeOf = ({ event }: Element) =>
    event?.kind === 'error' || event?.kind === 'escalation' ? event.code : undefined
  const exact = code === undefined ? undefined : handlers.find((event) => codeOf(event) === code)
  return exact ?? handlers.find((event) => codeOf(event) === undefined)
}

export function fireBoundary(marking: Marking, host: Place, boundary: Element): void {
  if (boundary.interrupting === false) host.fired.push(boundary.id)
  else removePlace(marking, host.key)
  marking.moving.push({ at: 'element', element: boundary, in: host.in })
}

export function startEventSubProcess(marking: Marking, level: Place, start: Element): void {
  const { owner } = start.scope
  if (!owner) return
  if (start.interrupting === false) level.fired.push(start.id)
  else {
    emptyLevel(marking, level)
    level.isTakenOver = true
  }
  marking.moving.push({ at: 'element', element: owner, in: level.key })
}
