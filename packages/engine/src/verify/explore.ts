import type { Element, Process, Scope } from '../model.ts'
import { emptyMarking, nameOf } from './marking.ts'
import type { Marking, Place } from './marking.ts'
import { completionsOf, outsideMoves } from './outside-moves.ts'
import { placeToMoveFirst } from './reduction.ts'
import { fireInclusiveJoins, moveOne } from './token-moves.ts'

/** A marking at rest, and how it is first reached. */
export interface Rest {
  marking: Marking
  from?: Rest
  /** Ids passed from the rest before to this one. */
  trail: string[]
  next: Step[]
}

export interface Step {
  to: Rest
  /** Joins that took their tokens on the way. */
  joined: ReadonlySet<string>
}

export interface StateSpace {
  rests: Rest[]
  /** Every element that some token reached, with a way there. */
  entered: Map<string, string[]>
  /** Elements entered while they were still at work in the same level, with the way there. */
  doubled: Map<string, { element: Element; path: string[] }>
  isComplete: boolean
}

/** Markings on the way between two rests are bounded too: a drawing can split in a circle without ever waiting. */
const movesPerRest = 20

/** So many elements passed without a rest may be a circle; shorter ways need no check. */
const suspiciousTrail = 100

/** More tokens than this at one place of one level are taken to grow for ever. */
const maxTokens = 4

/** Breadth first, so that the first way found to a rest is a shortest one. */
export function explore(process: Process, limit: number): StateSpace {
  const space: StateSpace = { rests: [], entered: new Map(), doubled: new Map(), isComplete: true }
  const known = new Map<string, Rest>()
  const budget = { moves: limit * movesPerRest, rests: limit }
  /** Whether the marking is new. */
  const admit = (marking: Marking, from?: Rest): boolean => {
    const { trail, joined } = marking
    const name = nameOf(marking)
    let rest = known.get(name)
    const isNew = rest === undefined
    if (!rest) {
      rest = { marking, trail, next: [], ...(from ? { from } : {}) }
      known.set(name, rest)
      space.rests.push(rest)
      noteDoubled(space, rest)
    }
    from?.next.push({ to: rest, joined: new Set(joined) })
    return isNew
  }
  const goOn = (moves: Marking[], rest: Rest) =>
    moves.flatMap((moved) => settle(space, moved, budget, rest)).map((settled) => admit(settled, rest))
  for (const marking of beginnings(process)) for (const rest of settle(space, marking, budget)) admit(rest)
  // `rests` grows while it is walked
  for (const rest of space.rests) {
    if (rest.marking.outcome !== 'running') continue
    const first = placeToMoveFirst(rest.marking)
    const reduced = first && settleOnly(space, rest, first, budget)
    // going on with one branch only must lead somewhere new, or a circle would keep the others waiting unseen
    const isEnough = reduced?.map((settled) => admit(settled, rest)).some(Boolean)
    if (!isEnough) goOn(outsideMoves(rest.marking), rest)
    if (space.rests.length > budget.rests || budget.moves <= 0) {
      space.isComplete = false
      break
    }
  }
  return space
}

/** One marking for each way in: all plain starts of a process without start events, else each start event alone. */
function beginnings(process: Process): Marking[] {
  const { root } = process
  const groups = root.startEvents.length > 0 ? root.startEvents.map((start) => [start]) : [root.starts]
  return groups.map((starts) => beginAt(root, starts))
}

function beginAt(root: Scope, starts: Element[]): Marking {
  const marking = emptyMarking(root)
  for (const start of starts.toReversed()) marking.moving.push({ at: 'element', element: start, in: 0 })
  return marking
}

/** Where completing this one place leads; nothing when that takes other tokens away. */
function settleOnly(
  space: StateSpace,
  rest: Rest,
  place: Place,
  budget: { moves: number },
): Marking[] | undefined {
  const settled = completionsOf(rest.marking, place).flatMap((moved) => settle(space, moved, budget, rest))
  const others = rest.marking.places.filter((one) => one !== place && !one.scope)
  const keepsOthers = settled.every(
    ({ places, outcome }) =>
      outcome !== 'failed' && others.every((other) => places.some((one) => one.key === other.key)),
  )
  return keepsOthers ? settled : undefined
}

/** Moves tokens until all of them rest, along every open decision. */
function settle(space: StateSpace, begun: Marking, budget: { moves: number }, from?: Rest): Marking[] {
  const seen = new Set<string>()
  const open = [begun]
  const settled: Marking[] = []
  for (let marking = open.pop(); marking; marking = open.pop()) {
    if (budget.moves-- <= 0) {
      space.isComplete = false
      break
    }
    if (marking.outcome === 'running' && marking.moving.length > 0 && !isPiledUp(marking)) {
      const moving = moveOne(marking)
      for (const moved of moving) {
        noteEntered(space, moved, from)
        if (moving.length === 1 && moved.trail.length < suspiciousTrail) {
          open.push(moved)
          continue
        }
        const name = nameOf(moved)
        // the same tokens at the same places once more: a circle without waiting, or two ways to one place
        if (seen.has(name)) continue
        seen.add(name)
        open.push(moved)
      }
      continue
    }
    if (isPiledUp(marking)) {
      space.isComplete = false
      continue
    }
    const fired = marking.outcome === 'running' ? fireInclusiveJoins(marking) : []
    if (fired.length === 0) settled.push(marking)
    for (const one of fired) noteEntered(space, one, from)
    open.push(...fired)
  }
  return settled
}

function isPiledUp({ places, moving }: Marking): boolean {
  if (places.length + moving.length <= maxTokens) return false
  const counts = new Map<string, number>()
  const names = [
    ...places.map((place) => `${place.in} ${place.element?.id}`),
    ...moving.map(
      (token) => `${token.in} > ${token.at === 'flow' ? token.flow.target.id : token.element.id}`,
    ),
  ]
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const joins = places.flatMap((place) => Object.values(place.joins))
  return [...counts.values(), ...joins].some((count) => count > maxTokens)
}

function noteEntered(space: StateSpace, { trail }: Marking, from: Rest | undefined): void {
  trail.forEach((id, index) => {
    if (!space.entered.has(id))
      space.entered.set(id, [...(from ? pathTo(from) : []), ...trail.slice(0, index + 1)])
  })
}

/** Two tokens at work in one element of one level, or two on one flow into a join. */
function noteDoubled(space: StateSpace, rest: Rest): void {
  const seen = new Set<string>()
  for (const { element, in: level } of rest.marking.places) {
    if (!element) continue
    const name = `${level} ${element.id}`
    if (seen.has(name) && !space.doubled.has(element.id)) {
      space.doubled.set(element.id, { element, path: pathTo(rest) })
    }
    seen.add(name)
  }
  for (const { joins, scope } of rest.marking.places) {
    const flow = scope?.flows.find((one) => (joins[one.id] ?? 0) > 1)
    if (flow && !space.doubled.has(flow.target.id)) {
      space.doubled.set(flow.target.id, { element: flow.target, path: pathTo(rest) })
    }
  }
}

/** Ids of the elements passed from the start to the rest. */
export function pathTo(rest: Rest): string[] {
  const trails: string[][] = []
  for (let at: Rest | undefined = rest; at; at = at.from) trails.unshift(at.trail)
  return trails.flat()
}
