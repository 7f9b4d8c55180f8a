import { describe, expect, test } from 'vitest'
import { compile } from '../compile/compile.ts'
import type { Element } from '../model.ts'
import { inclusiveReach } from './reachability.ts'

/** `S>F F>A F>B A>J B>J J>E`: the first letter says the kind (S start, E end, J/F inclusive, X exclusive). */
async function join(id: string, chain: string): Promise<Element> {
  const pairs = chain.split(' ').map((pair) => pair.split('>'))
  const ids = new Set(pairs.flat())
  const tag = (name: string) =>
    ({ S: 'startEvent', E: 'endEvent', J: 'inclusiveGateway', F: 'inclusiveGateway', X: 'exclusiveGateway' })[
      name.charAt(0)
    ] ?? 'userTask'
  const nodes = [...ids].map((name) => `<${tag(name)} id="${name}"/>`).join('')
  const decisions = new Set(['inclusiveGateway', 'exclusiveGateway'])
  const flows = pairs.map(([from = '', to = '']) => {
    const condition = decisions.has(tag(from)) ? '<conditionExpression>=true</conditionExpression>' : ''
    return `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${condition}</sequenceFlow>`
  })
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p">${nodes}${flows.join('')}</process></definitions>`
  const element = (await compile(xml)).elements.get(id)
  if (!element) throw new Error(`no ${id}`)
  return element
}

describe('an inclusive join', () => {
  test('waits for a branch that is still alive and not for one that was not taken', async () => {
    const reach = inclusiveReach(await join('J', 'S>F F>A F>B F>C A>J B>J C>J J>E'))
    expect(reach.isComplete({ 'A-J': 1 }, ['B'])).toBe(false)
    expect(reach.isComplete({ 'A-J': 1 }, [])).toBe(true)
    expect(reach.isComplete({ 'A-J': 1, 'B-J': 1 }, ['C'])).toBe(false)
    expect(reach.isComplete({ 'A-J': 1, 'B-J': 1, 'C-J': 1 }, ['A', 'B'])).toBe(true)
  })

  test('does not fire without a token', async () => {
    const reach = inclusiveReach(await join('J', 'S>F F>A F>B A>J B>J J>E'))
    expect(reach.isComplete({}, [])).toBe(false)
  })

  test('does not wait for a token that can also come by a flow that has one', async () => {
    const reach = inclusiveReach(await join('J', 'S>F F>A F>B A>X X>C X>D C>J D>J B>J J>E'))
    // A may still reach C-J, which is filled, or D-J, which is empty: the filled one frees the join
    expect(reach.isComplete({ 'C-J': 1 }, ['A'])).toBe(true)
    expect(reach.isComplete({ 'C-J': 1 }, ['B'])).toBe(false)
    expect(reach.isComplete({ 'B-J': 1 }, ['A'])).toBe(false)
  })

  test('does not count a path that leads through itself', async () => {
    const reach = inclusiveReach(await join('J', 'S>J J>A A>X X>J X>E'))
    // a token at A comes back by X-J; one that is only ahead of the join does not hold it up
    expect(reach.isComplete({ 'S-J': 1 }, ['A'])).toBe(false)
    expect(reach.isComplete({ 'X-J': 1 }, [])).toBe(true)
    expect(reach.isComplete({ 'X-J': 1 }, ['S'])).toBe(false)
  })

  test('looks at tokens that wait at other joins', async () => {
    const reach = inclusiveReach(await join('J2', 'S>F F>A F>B F>C A>J1 B>J1 J1>D D>J2 C>J2 J2>E'))
    expect(reach.isComplete({ 'C-J2': 1, 'A-J1': 1 }, [])).toBe(false)
    expect(reach.isComplete({ 'C-J2': 1 }, [])).toBe(true)
  })
})
