import type { Element } from '../model.ts'
import { copyOf, placeOf, removePlace } from './marking.ts'
import type { Marking, Place } from './marking.ts'
import { dispatch, fireBoundary, startEventSubProcess } from './token-moves.ts'

const outsideKinds: ReadonlySet<string> = new Set(['timer', 'message', 'signal', 'conditional'])

/** Everything that the world outside can do to a marking at rest: one marking for each. */
export function outsideMoves(marking: Marking): Marking[] {
  return marking.places.flatMap((place) => [
    ...(place.scope ? startsOf(marking, place) : completionsOf(marking, place)),
    ...boundariesOf(marking, place),
  ])
}

function change(marking: Marking, key: number, act: (copy: Marking, place: Place) => void): Marking {
  const copy = copyOf(marking)
  copy.trail = []
  copy.joined = []
  act(copy, placeOf(copy, key))
  return copy
}

/** A task is completed, an event comes, one of a gateway's events wins, a job or call fails with an error. */
export function completionsOf(marking: Marking, place: Place): Marking[] {
  const { element } = place
  if (!element) return []
  if (element.type === 'eventBasedGateway') {
    return element.outgoing.map((flow) =>
      change(marking, place.key, (copy) => {
        removePlace(copy, place.key)
        copy.trail.push(flow.target.id)
        copy.moving.push({ at: 'exit', element: flow.target, in: place.in })
      }),
    )
  }
  const completed = change(marking, place.key, (copy) => {
    removePlace(copy, place.key)
    copy.moving.push({ at: 'exit', element, in: place.in })
  })
  return [completed, ...errorsOf(marking, place, element)]
}

/** A worker or a called process may report any error that somebody around it catches. */
function errorsOf(marking: Marking, place: Place, element: Element): Marking[] {
  if (!element.job && element.type !== 'callActivity') return []
  const own = element.boundaries.filter((boundary) => boundary.event?.kind === 'error')
  const atItself = own.map((boundary) =>
    change(marking, place.key, (copy, host) => fireBoundary(copy, host, boundary)),
  )
  const codes = new Set(own.map(codeOf))
  const around = new Set<string | undefined>()
  for (let key = place.in; key >= 0; key = placeOf(marking, key).in) {
    const { scope, element: owner } = placeOf(marking, key)
    const starts = scope?.eventSubProcesses.flatMap((one) => one.body?.startEvents ?? []) ?? []
    for (const event of [...starts, ...(owner?.boundaries ?? [])]) {
      if (event.event?.kind === 'error' && !codes.has(codeOf(event)) && !codes.has(undefined))
        around.add(codeOf(event))
    }
  }
  return [
    ...atItself,
    ...[...around].map((code) =>
      change(marking, place.key, (copy) => {
        // a catch-all takes every code; this one is nobody's own
        dispatch(copy, place.in, 'error', code ?? '')
      }),
    ),
  ]
}

const codeOf = ({ event }: Element) => (event?.kind === 'error' ? event.code : undefined)

function boundariesOf(marking: Marking, place: Place): Marking[] {
  const events = place.element?.boundaries.filter((one) => mayHappen(place, one)) ?? []
  return events
    .filter((boundary) => boundary.interrupting || isPathEmpty(marking, place.in, boundary))
    .map((boundary) => change(marking, place.key, (copy, host) => fireBoundary(copy, host, boundary)))
}

function startsOf(marking: Marking, level: Place): Marking[] {
  if (level.isTakenOver) return []
  const starts = level.scope?.eventSubProcesses.flatMap((one) => one.body?.startEvents ?? []) ?? []
  return starts
    .filter((start) => mayHappen(level, start))
    .map((start) => change(marking, level.key, (copy, place) => startEventSubProcess(copy, place, start)))
}

/**
 * A non-interrupting event is tried once while its host lives: in the nets that BPMN's gateways make, what is
 * sound with one more token is sound with several.
 */
const mayHappen = (place: Place, event: Element) =>
  outsideKinds.has(event.event?.kind ?? '') && !place.fired.includes(event.id)

/** A reminder whose own path is still being walked is not sent again: hosts that loop would pile them up. */
function isPathEmpty(marking: Marking, level: number, boundary: Element): boolean {
  const path = ownPath(boundary)
  const scope = marking.places.find((place) => place.key === level)
  const isOnPath = (id: string) => path.has(id)
  if (marking.places.some((place) => place.in === level && place.element && isOnPath(place.element.id)))
    return false
  return !Object.keys(scope?.joins ?? {}).some((id) =>
    boundary.scope.flows.some((flow) => flow.id === id && isOnPath(flow.target.id)),
  )
}

const ownPaths = new WeakMap<Element, ReadonlySet<string>>()

/** Elements that a token comes to from this event only. */
function ownPath(boundary: Element): ReadonlySet<string> {
  const known = ownPaths.get(boundary)
  if (known) return known
  const { scope } = boundary
  const elsewhere = reachedFrom([...scope.starts, ...scope.startEvents], boundary)
  const path = new Set([...reachedFrom([boundary])].filter((one) => !elsewhere.has(one)).map((one) => one.id))
  ownPaths.set(boundary, path)
  return path
}

function reachedFrom(starts: Element[], without?: Element): Set<Element> {
  const reached = new Set(starts)
  // the set grows while it is walked
  for (const element of reached) {
    const around = [...element.boundaries, ...element.outgoing.map((flow) => flow.target)]
    const links = element.event?.kind === 'link' ? element.event.targets : []
    for (const next of [...around, ...links]) if (next !== without) reached.add(next)
  }
  return reached
}
