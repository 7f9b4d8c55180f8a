import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { advance, compile, CompileError, start } from '../src/index.ts'
import type { Process } from '../src/index.ts'
import type { GoldenTrace } from './golden/build/casebook.ts'
import { deepFreeze, notPlainJson } from './golden/plain-json.ts'
import { act, newPlayer } from './golden/play.ts'
import type { Player } from './golden/play.ts'

const folder = join(import.meta.dirname, 'golden')
const traces = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.trace.json'),
)
const read = (path: string) => readFileSync(join(folder, path), 'utf8')

test('there are at least 150 golden cases, each a drawing beside a trace', () => {
  const drawings = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.bpmn'),
  )
  expect(traces.length).toBeGreaterThanOrEqual(150)
  expect(drawings.map((path) => path.replace('.bpmn', '.trace.json')).sort()).toEqual([...traces].sort())
})

for (const path of traces) {
  const golden = JSON.parse(read(path)) as GoldenTrace
  const xml = read(path.replace('.trace.json', '.bpmn'))
  describe(relative('.', path).replace('.trace.json', ''), () => {
    if (golden.refused) {
      test(golden.title, () => isRefused(xml, golden.refused ?? []))
      return
    }
    test(golden.title, () => follows(xml, golden))
    test('saved and restored between every two commands, it runs the same', () => survivesSaving(xml, golden))
    test('replaying its command log gives the same bytes', () => replays(xml, golden))
  })
}

async function isRefused(xml: string, refused: { code: string; elementId: string }[]): Promise<void> {
  const failure: unknown = await compile(xml).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(CompileError)
  const errors = failure instanceof CompileError ? failure.errors : []
  expect(errors.map(({ code, elementId }) => ({ code, elementId }))).toEqual(refused)
  for (const error of errors) expect(error.message).not.toBe('')
}

async function follows(xml: string, golden: GoldenTrace): Promise<void> {
  const player = play(await compile(xml), golden, (state) => state)
  expect(player.lines).toEqual(golden.steps?.map((step) => step.trace))
  expect(player.state?.status).toBe(golden.status)
  if (golden.variables) expect(player.state?.variables).toEqual(golden.variables)
  if (golden.status !== 'running') {
    expect(player.open).toEqual([])
    everyEntryEnds(player)
  }
}

/** Plays the script over deeply frozen states: a write to the state that went in throws. */
function play(
  process: Process,
  golden: GoldenTrace,
  keep: (state: NonNullable<Player['state']>) => Player['state'],
): Player {
  const player = newPlayer(process)
  for (const step of golden.steps ?? []) {
    act(player, step.do, step.with)
    expect(notPlainJson(player.state)).toBeUndefined()
    if (player.state) player.state = deepFreeze(keep(player.state))
  }
  return player
}

async function survivesSaving(xml: string, golden: GoldenTrace): Promise<void> {
  const straight = play(await compile(xml), golden, (state) => state)
  const saved = play(await compile(xml), golden, (state) => JSON.parse(JSON.stringify(state)) as typeof state)
  expect(saved.lines).toEqual(straight.lines)
  expect(JSON.stringify(saved.state)).toBe(JSON.stringify(straight.state))
  expect(JSON.stringify(saved.events)).toBe(JSON.stringify(straight.events))
}

async function replays(xml: string, golden: GoldenTrace): Promise<void> {
  const player = play(await compile(xml), golden, (state) => state)
  const process = await compile(xml)
  if (!player.startRequest) throw new Error('nothing was started')
  const log = JSON.parse(JSON.stringify(player.commands)) as typeof player.commands
  const last = log.reduce(
    (step, command) => advance(process, step.state, command),
    start(process, player.startRequest),
  )
  expect(JSON.stringify(last.state)).toBe(JSON.stringify(player.state))
}

/** What was entered has been completed or cancelled by the time the instance is over, and nothing else has. */
function everyEntryEnds(player: Player): void {
  const balance = new Map<string, number>()
  const add = (id: string, by: number) => balance.set(id, (balance.get(id) ?? 0) + by)
  for (const event of player.events) {
    if (event.type === 'elementEntered') add(event.elementId, 1)
    if (event.type === 'elementCompleted' || event.type === 'elementCancelled') add(event.elementId, -1)
  }
  expect([...balance].filter(([, left]) => left !== 0)).toEqual([])
}
