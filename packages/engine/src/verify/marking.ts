import type { Element, Flow, Scope } from '../model.ts'

/** A level of the process that is open, or an element that waits for the world outside. */
export interface Place {
  key: number
  /** Key of the level around it; -1 for the process itself. */
  in: number
  /** The waiting element, or the sub-process whose level it is; none for the process itself. */
  element?: Element
  /** Levels only. */
  scope?: Scope
  /** Levels: tokens that wait at joins, per flow. */
  joins: { [flowId: string]: number }
  /** Non-interrupting events that have happened here, so that each is tried once. */
  fired: string[]
  /** Levels: an interrupting event sub-process has taken over. */
  isTakenOver: boolean
}

/** A token on its way: processed before anything waits. */
export type Moving =
  | { at: 'flow'; flow: Flow; in: number }
  | { at: 'element'; element: Element; in: number; via?: Flow }
  | { at: 'exit'; element: Element; in: number }
  | { at: 'link'; element: Element; in: number }

/**
 * Where all tokens are, with data left out: every decision is open, a multi-instance or loop counts as one
 * instance. Copied before each open choice.
 */
export interface Marking {
  places: Place[]
  moving: Moving[]
  next: number
  outcome: 'running' | 'completed' | 'failed'
  /** Ids passed since the last rest, in order. */
  trail: string[]
  /** Joins that took their tokens since the last rest. */
  joined: string[]
}

export function emptyMarking(root: Scope): Marking {
  const process: Place = { key: 0, in: -1, scope: root, joins: {}, fired: [], isTakenOver: false }
  return { places: [process], moving: [], next: 1, outcome: 'running', trail: [], joined: [] }
}

export function copyOf(marking: Marking): Marking {
  return {
    ...marking,
    places: marking.places.map((place) => ({ ...place, joins: { ...place.joins }, fired: [...place.fired] })),
    moving: [...marking.moving],
    trail: [...marking.trail],
    joined: [...marking.joined],
  }
}

export function placeOf(marking: Marking, key: number): Place {
  const place = marking.places.find((one) => one.key === key)
  if (!place) throw new Error(`no place ${key}`)
  return place
}

export function addPlace(marking: Marking, inside: number, element: Element, scope?: Scope): Place {
  const place: Place = { key: marking.next++, in: inside, element, joins: {}, fired: [], isTakenOver: false }
  if (scope) place.scope = scope
  marking.places.push(place)
  return place
}

/** Takes a place away with everything inside it, and the tokens on their way there. */
export function removePlace(marking: Marking, key: number): void {
  const doomed = new Set([key])
  for (const place of marking.places) if (doomed.has(place.in)) doomed.add(place.key)
  marking.places = marking.places.filter((place) => !doomed.has(place.key))
  marking.moving = marking.moving.filter((token) => !doomed.has(token.in))
}

/** Empties a level: what is inside goes, the level stays. */
export function emptyLevel(marking: Marking, level: Place): void {
  for (const inner of marking.places.filter((place) => place.in === level.key))
    removePlace(marking, inner.key)
  marking.moving = marking.moving.filter((token) => token.in !== level.key)
  level.joins = {}
}

/** Whether no token is left in the level. */
export function isSpent(marking: Marking, level: Place): boolean {
  return (
    Object.keys(level.joins).length === 0 &&
    !marking.places.some((place) => place.in === level.key) &&
    !marking.moving.some((token) => token.in === level.key)
  )
}

/** The same text for the same marking, whatever the order in which it came about. */
export function nameOf(marking: Marking): string {
  if (marking.outcome !== 'running') return marking.outcome
  const inside = new Map<number, Place[]>()
  for (const place of marking.places) {
    const siblings = inside.get(place.in)
    if (siblings) siblings.push(place)
    else inside.set(place.in, [place])
  }
  const name = (place: Place): string => {
    const joins = Object.keys(place.joins)
      .sort()
      .map((id) => `${id}*${place.joins[id]}`)
    const inner = (inside.get(place.key) ?? []).map(name).sort()
    return [
      place.element?.id ?? '',
      place.isTakenOver ? '!' : '',
      place.fired.toSorted().join(','),
      `(${joins.join(',')}|${inner.join(',')})`,
    ].join(':')
  }
  const root = inside.get(-1)?.[0]
  const moving = marking.moving.map(
    (token) => `${token.at}>${token.at === 'flow' ? token.flow.id : token.element.id}@${token.in}`,
  )
  return `${root ? name(root) : ''}${moving.join(';')}`
}
