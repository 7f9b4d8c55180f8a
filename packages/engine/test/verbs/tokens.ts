import { expect } from 'vitest'
import type { State } from '../../src/index.ts'
import type { Node } from '../../src/state.ts'

/** For checks between two steps, outside the body of a test. */
export function isSame(actual: unknown, expected: unknown, told?: string): void {
  expect(actual, told).toEqual(expected)
}

/** What must hold of every state at rest, whatever was done before: no token is lost and none is there twice. */
export function holdsTogether(state: State): void {
  const nodes = state['nodes'] as Node[]
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  expect(nodes.map((node) => node.key)).toEqual([...byKey.keys()].sort((one, other) => one - other))
  for (const node of nodes) {
    if (node.in >= 0) expect(byKey.has(node.in), `${node.at} lives in nothing`).toBe(true)
    if (node.host !== undefined) expect(byKey.has(node.host), `${node.at} waits for nobody`).toBe(true)
    if (node.home !== undefined) expect(byKey.get(node.home)?.kind).toBe('away')
    if (node.kind === 'away') expect(nodes.filter((one) => one.home === node.key)).toHaveLength(1)
    if (node.live !== undefined && node.kind !== 'undo')
      expect(node.live, `tokens in ${node.at}`).toBe(inside(nodes, node))
    checkJoins(node)
    if (node.clock) checkClock(node, byKey.get(node.host ?? -1))
  }
  checkTrail(state, nodes)
}

function inside(nodes: Node[], scope: Node): number {
  const waiting = Object.values(scope.joins ?? {}).reduce((sum, count) => sum + count, 0)
  const alive = nodes.filter(
    (node) => node.in === scope.key && node.host === undefined && node.home === undefined,
  )
  return waiting + alive.length
}

/** A clock runs for somebody who is asked. */
function checkClock({ clock }: Node, host: Node | undefined): void {
  expect(host?.kind).toBe('task')
  const asked = host?.round?.signers.filter(({ state }) => state === 'open').map(({ id }) => id) ?? [0]
  expect(asked, `the clock of ${host?.at} runs for nobody`).toContain(clock?.place)
}

function checkJoins({ joins = {}, came = {} }: Node): void {
  const counts = Object.fromEntries(Object.entries(came).map(([flow, from]) => [flow, from.length]))
  expect(counts).toEqual(joins)
}

/** Every token and every visit comes from visits that are still known, and causes come first. */
function checkTrail(state: State, nodes: Node[]): void {
  const trail = (state['trail'] ?? []) as { key: number; at: string; in: number; from: number[] }[]
  const known = new Set([0])
  for (const visit of trail) {
    for (const from of visit.from) expect(known.has(from), `${visit.at} comes from nowhere`).toBe(true)
    expect(known.has(visit.key)).toBe(false)
    known.add(visit.key)
  }
  for (const node of nodes)
    if (node.host === undefined) expect(known.has(node.from ?? 0), `${node.at} comes from nowhere`).toBe(true)
}
