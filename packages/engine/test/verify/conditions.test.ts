import { describe, expect, test } from 'vitest'
import { compile, verify } from '../../src/index.ts'
import type { VerifyOptions } from '../../src/index.ts'
import { bpmnXml } from '../golden/build/bpmn-xml.ts'
import { readDrawing } from '../golden/build/notation.ts'

/** The example that a gateway's conditions leave uncovered, or nothing where they cover all. */
async function uncovered(
  conditions: string[],
  options: VerifyOptions = {},
  gateway = 'xor',
): Promise<string | undefined> {
  const flows = conditions.map((condition, at) => `G >[${condition}] A${at} > E`)
  const process = await compile(
    bpmnXml('checked', readDrawing([`${gateway} G`, 'S > G', ...flows].join('\n'))),
  )
  const found = verify(process, options)
  expect(found.every(({ code, elementId }) => code === 'NO_WAY_OUT' && elementId === 'G')).toBe(true)
  return found[0]?.params['example']
}

describe('conditions that cover everything', () => {
  const covering = [
    ['x = "a"', 'x != "a"'],
    ['x = "a"', 'not(x = "a")'],
    ['x = "a" or x = "b"', 'x != "a" and x != "b"'],
    ['x in ("a", "b")', 'not(x in ("a", "b"))'],
    ['x > 5', 'x <= 5'],
    ['x < 1', 'x >= 1 and x < 10', 'x >= 10'],
    ['5 < x', '5 >= x'],
    ['ok', 'not(ok)'],
    ['ok = true', 'ok = false'],
    ['plan.type = "a"', 'plan.type != "a"'],
    ['x = "a" and n > 1', 'x = "a" and n <= 1', 'x != "a"'],
    ['x = null', 'x != null'],
    ['contains(x, "a")', 'not( contains(x, "a") )'],
    ['string length(x) > 3', 'true'],
  ]
  for (const conditions of covering) {
    test(conditions.join('  |  '), async () => expect(await uncovered(conditions)).toBeUndefined())
  }

  test('an inclusive split and a task are held to the same', async () => {
    expect(await uncovered(['x = "a"', 'x != "a"'], {}, 'or')).toBeUndefined()
    expect(await uncovered(['x = "a"', 'x = "b"'], {}, 'or')).toBe('x = "…"')
    expect(await uncovered(['x = "a"', 'x = "b"'], {}, 'user')).toBe('x = "…"')
  })

  test('a known enumeration closes the set, from the options or from the form that the process uses', async () => {
    const conditions = ['kind = "annual"', 'kind = "monthly"']
    expect(await uncovered(conditions, { enumerations: { kind: ['annual', 'monthly'] } })).toBeUndefined()
    expect(await uncovered(conditions, { enumerations: { kind: ['annual', 'monthly', 'routine'] } })).toBe(
      'kind = "routine"',
    )
    const recordKinds = [{ code: 'MRP', fields: ['kind'], enums: { kind: ['annual', 'monthly'] } }]
    const drawing = 'user F form=MRP\nxor G\nS > F > G >[kind = "annual"] A > E\nG >[kind = "monthly"] B > E'
    const process = await compile(bpmnXml('checked', readDrawing(drawing)))
    expect(verify(process, { catalogue: { positions: [], recordKinds } })).toEqual([])
    expect(verify(process).map(({ code }) => code)).toEqual(['NO_WAY_OUT'])
  })
})

describe('conditions that leave something out', () => {
  const leaving: [conditions: string[], example: string][] = [
    [['x = "a"', 'x = "b"'], 'x = "…"'],
    [['x = "a"', 'not(x = "b") and x != "c"'], 'x = "b"'],
    [['x > 5', 'x < 5'], 'x = 5'],
    [['x > 5', 'x < 3'], 'x = 5'],
    [['a', 'b'], 'a = false, b = false'],
    [['x = "a" and n > 1', 'x != "a"'], 'x = "a", n = 1'],
    [['contains(x, "a")', 'contains(x, "b")'], ''],
    [['x = "a"', 'n + 1 > 2'], ''],
  ]
  for (const [conditions, example] of leaving) {
    test(conditions.join('  |  '), async () => expect(await uncovered(conditions)).toBe(example))
  }
})

test('every example that is given really leaves the gateway without a way out', async () => {
  const conditions = ['x = "a" and n > 3', 'x = "b"', 'n < 2 and ok']
  expect(await uncovered(conditions)).toMatch(/^x = .*, n = .*, ok = .*$/)
})
