import { describe, expect, it } from 'vitest'
import { readKinds, readProcesses } from './catalogue.ts'
import { withComputed } from './computed.ts'
import { runScenario } from './run-scenario.ts'

const kinds = readKinds()

describe.each(readProcesses())('$folder in the engine', (process) => {
  it.each(process.scenarios)('$scenario.name', async ({ scenario }) => {
    const outcome = await runScenario(process, kinds, scenario)
    const { expect: expected } = scenario
    expect(outcome.incidents).toEqual([])
    expect(outcome.trace).toEqual(expected.trace)
    expect(outcome.status).toBe(expected.status)
    expect(expected.absent?.filter((id) => outcome.entered.has(id)) ?? []).toEqual([])
    expect(outcome.published).toEqual(expected.published ?? [])
    if (expected.open) expect(outcome.open.sort()).toEqual([...expected.open].sort())
    if (expected.versions !== undefined) expect(outcome.mainVersions).toBe(expected.versions)
    if (expected.cancelledTasks) expect([...new Set(outcome.cancelledTasks)]).toEqual(expected.cancelledTasks)
    expect(outcome.variables).toMatchObject(expected.variables ?? {})
  })
})

describe('what the scenarios reach', () => {
  it.each(readProcesses())('$folder: every step is walked by some scenario', async (process) => {
    const reached = new Set<string>()
    for (const { scenario } of process.scenarios) {
      const { entered } = await runScenario(process, kinds, scenario)
      for (const id of entered) reached.add(id)
    }
    const steps = [
      ...process.xml.matchAll(/<bpmn:(?:userTask|callActivity|exclusiveGateway|endEvent) id="(\w+)"/g),
    ]
    const missed = steps
      .map((match) => match[1] ?? '')
      .filter((id) => !reached.has(id) && !id.endsWith('Reminded'))
    expect(missed).toEqual([])
  })
})

describe('computed fields', () => {
  const kind = (code: string) => kinds.find(({ view }) => view.code === code)
  it('add up the budget of a research plan in minor units', () => {
    const schema = kind('MRP')?.schema
    if (!schema) throw new Error('MRP is missing')
    expect(
      withComputed(schema, { budgetItems: [{ amount: 1200000 }, { amount: 350000 }] })['budgetTotal'],
    ).toBe(1550000)
    expect(withComputed(schema, { budgetItems: [] })['budgetTotal']).toBe(0)
    expect(withComputed(schema, {})['budgetTotal']).toBe(0)
  })
  it('multiply the lines of a sales plan, add them up, and give the completion rate', () => {
    const schema = kind('SPS')?.schema
    if (!schema) throw new Error('SPS is missing')
    const lines = [
      { quantity: 2, unitPrice: 8000000 },
      { quantity: 1, unitPrice: 4000000 },
    ]
    expect(withComputed(schema, { lines, actualAmount: 5000000 })).toMatchObject({
      lines: [{ amount: 16000000 }, { amount: 4000000 }],
      totalAmount: 20000000,
      completionRate: 25,
    })
  })
})
