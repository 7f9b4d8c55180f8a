import type { DrawnFlow, DrawnNode, Drawing } from '../golden/build/notation.ts'

/**
 * A second, much smaller reading of BPMN 2.0.2 §13 for the drawings of `graphs.ts`: it only counts tokens. It knows
 * nothing of the engine, works on the drawing itself, and where the standard leaves an order open it keeps every
 * outcome. What the engine does must be one of them.
 */

export type Answers = { [name: string]: number | boolean }

interface Level {
  scope: string
  waiting: { [flowId: string]: number }
  tasks: { [taskId: string]: number }
  /** Sub-processes at work: their levels, and how many are still to come one after the other. */
  inner: { node: string; levels: Level[]; left: number }[]
}

export interface Game {
  root: Level
  taken: string[]
}

interface Board {
  drawings: Map<string, Drawing>
  answers: Answers
}

const processScope = ''

export function boardOf(drawing: Drawing): Map<string, Drawing> {
  const drawings = new Map([[processScope, drawing]])
  const visit = (scope: Drawing) => {
    for (const node of scope.nodes) {
      if (!node.inside) continue
      drawings.set(node.id, node.inside)
      visit(node.inside)
    }
  }
  visit(drawing)
  return drawings
}

export function startGames(drawings: Map<string, Drawing>, answers: Answers): Game[] {
  const game: Game = { root: newLevel(processScope), taken: [] }
  begin({ drawings, answers }, game, game.root)
  return atRest({ drawings, answers }, [game])
}

/** Every way to complete one task of this name. */
export function completeIn(
  drawings: Map<string, Drawing>,
  games: Game[],
  taskId: string,
  answers: Answers,
): Game[] {
  const board = { drawings, answers }
  const moved = games.flatMap((game) => {
    const holders = levelsOf(game.root).flatMap((level, index) =>
      (level.tasks[taskId] ?? 0) > 0 ? [index] : [],
    )
    return holders.map((index) => {
      const copy: Game = { root: structuredClone(game.root), taken: [] }
      const level = levelsOf(copy.root)[index]
      if (level) {
        decrease(level.tasks, taskId)
        for (const flow of outgoing(board, level, taskId)) take(board, copy, level, flow)
      }
      return copy
    })
  })
  return atRest(board, moved)
}

/** The boundary event happens to every task that it sits on at this moment, one after the other. */
export function signalIn(
  drawings: Map<string, Drawing>,
  games: Game[],
  event: DrawnNode,
  answers: Answers,
): Game[] {
  const board = { drawings, answers }
  const host = event.host ?? ''
  const outcomes = games.flatMap((game) => {
    let reached: Game[] = [{ root: structuredClone(game.root), taken: [] }]
    for (let left = game.root.tasks[host] ?? 0; left > 0; left--) {
      const fired = reached.map((one) => {
        const copy = structuredClone(one)
        if (!event.flags.has('non-interrupting')) decrease(copy.root.tasks, host)
        for (const flow of outgoing(board, copy.root, event.id)) take(board, copy, copy.root, flow)
        return copy
      })
      reached = atRest(board, fired)
    }
    return reached
  })
  return [...new Map(outcomes.map((game) => [JSON.stringify(game), game])).values()]
}

export const openTasks = (game: Game): string[] =>
  levelsOf(game.root)
    .flatMap((level) =>
      Object.entries(level.tasks).flatMap(([id, count]) => Array.from({ length: count }, () => id)),
    )
    .sort()

export const isOver = (game: Game): boolean => isEmpty(game.root)

const newLevel = (scope: string): Level => ({ scope, waiting: {}, tasks: {}, inner: [] })

const levelsOf = (level: Level): Level[] => [
  level,
  ...level.inner.flatMap((one) => one.levels.flatMap(levelsOf)),
]

const isEmpty = (level: Level): boolean =>
  Object.keys(level.waiting).length === 0 && Object.keys(level.tasks).length === 0 && level.inner.length === 0

const increase = (counts: { [id: string]: number }, id: string) => (counts[id] = (counts[id] ?? 0) + 1)

function decrease(counts: { [id: string]: number }, id: string): void {
  const left = (counts[id] ?? 0) - 1
  if (left > 0) counts[id] = left
  else delete counts[id]
}

const drawingOf = (board: Board, level: Level) => board.drawings.get(level.scope) ?? { nodes: [], flows: [] }

const outgoing = (board: Board, level: Level, id: string) =>
  drawingOf(board, level).flows.filter((flow) => flow.from === id)

const incoming = (board: Board, level: Level, id: string) =>
  drawingOf(board, level).flows.filter((flow) => flow.to === id)

/** Flows by which a token may leave the activity, its boundary events' too. */
function waysOut(board: Board, level: Level, id: string, isItself: boolean): DrawnFlow[] {
  const events = drawingOf(board, level).nodes.filter(
    (node) => node.host === id && !(isItself && node.flags.has('non-interrupting')),
  )
  return [id, ...events.map((event) => event.id)].flatMap((from) => outgoing(board, level, from))
}

function begin(board: Board, game: Game, level: Level): void {
  const start = drawingOf(board, level).nodes.find((node) => node.type === 'start')
  for (const flow of outgoing(board, level, start?.id ?? '')) take(board, game, level, flow)
}

function take(board: Board, game: Game, level: Level, flow: DrawnFlow): void {
  game.taken.push(flow.id)
  const node = drawingOf(board, level).nodes.find((one) => one.id === flow.to)
  if (!node || node.type === 'end') return
  const isJoin = (node.type === 'and' || node.type === 'or') && incoming(board, level, node.id).length > 1
  if (isJoin) {
    increase(level.waiting, flow.id)
    const isFull = incoming(board, level, node.id).every((one) => (level.waiting[one.id] ?? 0) > 0)
    if (node.type === 'and' && isFull) fire(board, game, level, node)
  } else if (node.type === 'user') increase(level.tasks, node.id)
  else if (node.inside) openSub(board, game, level, node)
  else for (const next of chosen(board, level, node)) take(board, game, level, next)
}

function openSub(board: Board, game: Game, level: Level, node: DrawnNode): void {
  const times = Number(node.attributes.get('times') ?? 1)
  const atOnce = node.flags.has('parallel') ? times : 1
  const levels = Array.from({ length: atOnce }, () => newLevel(node.id))
  level.inner.push({ node: node.id, levels, left: times - atOnce })
  for (const one of levels) begin(board, game, one)
}

/** A join takes one token from each incoming flow that has any and passes one on. */
function fire(board: Board, game: Game, level: Level, node: DrawnNode): void {
  for (const flow of incoming(board, level, node.id))
    if (level.waiting[flow.id]) decrease(level.waiting, flow.id)
  for (const next of chosen(board, level, node)) take(board, game, level, next)
}

function chosen(board: Board, level: Level, node: DrawnNode): DrawnFlow[] {
  const flows = outgoing(board, level, node.id)
  if (flows.length < 2 || (node.type !== 'xor' && node.type !== 'or')) return flows
  const open = flows.filter((flow) => flow.condition && holds(flow.condition, board.answers))
  const taken = node.type === 'xor' ? open.slice(0, 1) : open
  return taken.length > 0 ? taken : flows.filter((flow) => flow.isDefault)
}

function holds(condition: string, answers: Answers): boolean {
  const [name = '', , value] = condition.split(' ')
  return value === undefined ? answers[name] === true : answers[name] === Number(value)
}

/** Ends sub-processes that are empty, then fires inclusive joins, until nothing moves; keeps every order's outcome. */
function atRest(board: Board, games: Game[]): Game[] {
  const rested = new Map<string, Game>()
  const open = [...games]
  for (let game = open.pop(); game; game = open.pop()) {
    while (endOneSub(board, game, game.root));
    const fired = inclusiveFirings(board, game)
    open.push(...fired)
    if (fired.length > 0) continue
    game.taken.sort()
    rested.set(JSON.stringify(game), game)
  }
  return [...rested.values()]
}

function endOneSub(board: Board, game: Game, level: Level): boolean {
  for (const sub of level.inner) {
    if (sub.levels.some((one) => endOneSub(board, game, one))) return true
    if (!sub.levels.every(isEmpty)) continue
    if (sub.left > 0) {
      sub.left--
      sub.levels = [newLevel(sub.node)]
      for (const one of sub.levels) begin(board, game, one)
    } else {
      level.inner = level.inner.filter((one) => one !== sub)
      for (const flow of outgoing(board, level, sub.node)) take(board, game, level, flow)
    }
    return true
  }
  return false
}

function inclusiveFirings(board: Board, game: Game): Game[] {
  return levelsOf(game.root).flatMap((level, index) => {
    const joins = drawingOf(board, level).nodes.filter(
      (node) => node.type === 'or' && mayFire(board, level, node),
    )
    return joins.map((node) => {
      const copy = structuredClone(game)
      const same = levelsOf(copy.root)[index]
      if (same) fire(board, copy, same, node)
      return copy
    })
  })
}

/** The text of BPMN 2.0.2 table 13.3: no token may still come to an empty flow, unless it may come to a full one too. */
function mayFire(board: Board, level: Level, join: DrawnNode): boolean {
  const own = incoming(board, level, join.id)
  const full = own.filter((flow) => (level.waiting[flow.id] ?? 0) > 0)
  if (own.length < 2 || full.length === 0) return false
  const elsewhere = Object.keys(level.waiting).filter((id) => !own.some((flow) => flow.id === id))
  const { flows } = drawingOf(board, level)
  const held = [
    ...elsewhere.map((id) => () => flows.filter((flow) => flow.id === id)),
    ...[...Object.keys(level.tasks), ...level.inner.map((sub) => sub.node)].map(
      (id) => (isItself: boolean) => waysOut(board, level, id, isItself),
    ),
  ]
  return held.every((startsOf) => {
    const atAll = reachable(board, level, startsOf(false), join.id, false)
    const itself = reachable(board, level, startsOf(true), join.id, true)
    return (
      !own.some((flow) => !full.includes(flow) && atAll.has(flow)) || full.some((flow) => itself.has(flow))
    )
  })
}

/** Flows that a token on one of these can come to; `isItself` leaves out what non-interrupting events would make. */
function reachable(
  board: Board,
  level: Level,
  starts: DrawnFlow[],
  join: string,
  isItself: boolean,
): Set<DrawnFlow> {
  const reached = new Set(starts)
  // the set grows while it is walked
  for (const flow of reached) {
    if (flow.to === join) continue
    for (const next of waysOut(board, level, flow.to, isItself)) reached.add(next)
  }
  return reached
}
