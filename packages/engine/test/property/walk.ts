import { expect } from 'vitest'
import { advance, compile, start } from '../../src/index.ts'
import type { Process, State } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import type { Drawing } from '../golden/build/notation.ts'
import { deepFreeze, notPlainJson } from '../golden/plain-json.ts'
import { act, newPlayer } from '../golden/play.ts'
import type { Player } from '../golden/play.ts'
import { decisionNames } from './graphs.ts'
import { boardOf, completeIn, isOver, openTasks, signalIn, startGames } from './token-game.ts'
import type { Answers, Game } from './token-game.ts'

export interface Walked {
  process: Process
  player: Player
  /** Still running, with nothing that anybody could do. */
  hangs: boolean
}

/** Variables for one command, drawn from one number of the walk. */
function answersFrom(names: string[], choice: number): Answers {
  const pairs = names.map((name, index) => {
    // a small multiplicative hash, so that each variable gets its own bits of the number
    const bits = Math.imul(choice + 1, 2654435761 + index * 40503) >>> 16
    return [name, name.startsWith('d') ? bits % 3 : bits % 2 === 0]
  })
  return Object.fromEntries(pairs) as Answers
}

/**
 * Walks a random path and holds the engine, at every step, to: one outcome of the token game; the same result from a
 * saved and restored state; plain JSON; no write to the state that went in. At the end the command log is replayed.
 */
export async function walk(drawing: Drawing, choices: number[]): Promise<Walked> {
  const process = await compile(bpmnXml('process_random', drawing))
  const names = decisionNames(drawing)
  const board = boardOf(drawing)
  const player = newPlayer(process)
  const restored = newPlayer(process)
  const first = answersFrom(names, choices[0] ?? 0)
  let games = startGames(board, first)
  step(player, restored, 'start', first)
  games = agreeing(games, player)
  for (const choice of choices.slice(1)) {
    if (player.state?.status !== 'running' || player.open.length === 0) break
    // a signal that starts what it is attached to doubles the tokens each time
    if (player.open.length > 20) break
    const answers = answersFrom(names, choice)
    const events = drawing.nodes.filter(
      ({ type, host }) => type === 'boundary' && player.open.some((item) => item.elementId === host),
    )
    const event = events[choice % (events.length + player.open.length)]
    if (event) {
      games = signalIn(board, games, event, answers)
      step(player, restored, `signal ${event.event?.value}`, answers)
    } else {
      const task = player.open[choice % player.open.length]?.elementId ?? ''
      games = completeIn(board, games, task, answers)
      step(player, restored, `complete ${task}`, answers)
    }
    games = agreeing(games, player)
  }
  replay(process, player)
  return { process, player, hangs: player.state?.status === 'running' && player.open.length === 0 }
}

function step(player: Player, restored: Player, line: string, answers: Answers): void {
  act(player, line, answers)
  act(restored, line, answers)
  expect(notPlainJson(player.state)).toBeUndefined()
  const saved = JSON.stringify(player.state)
  expect(JSON.stringify(restored.state)).toBe(saved)
  restored.state = JSON.parse(saved) as State
  if (player.state) deepFreeze(player.state)
}

/** The games that the engine's step agrees with: same flows taken, same tasks open, over or not. At least one. */
function agreeing(games: Game[], player: Player): Game[] {
  const taken = (player.lines.at(-1) ?? [])
    .filter((line) => line.startsWith('take '))
    .map((line) => line.slice(5))
    .sort()
  const tasks = player.open.map((item) => item.elementId).sort()
  const over = player.state?.status === 'completed'
  const seen = JSON.stringify({ taken, tasks, over })
  const possible = games.filter(
    (game) => JSON.stringify({ taken: game.taken, tasks: openTasks(game), over: isOver(game) }) === seen,
  )
  if (possible.length === 0) {
    const outcomes = games.map((game) =>
      JSON.stringify({ taken: game.taken, tasks: openTasks(game), over: isOver(game) }),
    )
    expect.fail(`the engine did ${seen}, the standard allows ${outcomes.join(' or ')}`)
  }
  return possible
}

function replay(process: Process, player: Player): void {
  if (!player.startRequest) throw new Error('nothing was started')
  const log = JSON.parse(JSON.stringify(player.commands)) as typeof player.commands
  const last = log.reduce(
    (before, command) => advance(process, before.state, command),
    start(process, player.startRequest),
  )
  expect(JSON.stringify(last.state)).toBe(JSON.stringify(player.state))
}
