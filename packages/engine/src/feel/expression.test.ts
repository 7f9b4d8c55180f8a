import { evaluate } from 'feelin'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json, Variables } from '../door.ts'
import { compileFeel, FeelSyntaxError } from './expression.ts'
import { toJson } from './json-value.ts'

const at = '2026-11-02T09:30:00+08:00'
const frame = (variables: Variables, time = at) => ({
  at: time,
  read: (name: string): unknown => (Object.hasOwn(variables, name) ? variables[name] : undefined),
})
/** feelin throws where it cannot compare at all, such as a context with a number; so must the compiled form. */
function outcome(work: () => Json): { value: Json } | 'thrown' {
  try {
    return { value: work() }
  } catch {
    return 'thrown'
  }
}

const once = (text: string, variables: Variables = {}) => compileFeel(text).json(frame(variables))

/** Shapes of expressions as drawings use them, over the variables a, b, list, plan and a name nobody sets. */
const atoms = [
  'a',
  'b',
  'list',
  'plan',
  'plan.type',
  'plan.lines',
  'nobody',
  '1',
  '-2.5',
  '"approve"',
  'true',
  'null',
  '[1, 2]',
  '{a: b}',
  'date("2026-11-02")',
  'duration("P1D")',
]
const grammar = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression')
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...atoms),
      fc
        .tuple(
          inner,
          fc.constantFrom('+', '-', '*', '/', '=', '!=', '<', '<=', '>', '>=', 'and', 'or'),
          inner,
        )
        .map(([left, operator, right]) => `(${left}) ${operator} (${right})`),
      fc.tuple(inner, inner, inner).map(([test, yes, no]) => `if ${test} then ${yes} else ${no}`),
      inner.map((item) => `every x in [${item}, a] satisfies x = ${item}`),
      inner.map((item) => `some x in list satisfies x = (${item})`),
      inner.map((item) => `for x in list return [x, ${item}]`),
      inner.map((item) => `count([${item}])`),
      inner.map((item) => `list contains(list, ${item})`),
      inner.map((item) => `list[item = (${item})]`),
      inner.map((item) => `(${item}) in [1..3]`),
      inner.map((item) => `string(${item})`),
    ),
  }
})
const json: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 1, 2.5, 'approve', 'reject', '2026-11-02'),
  fc.array(fc.constantFrom<Json>(null, 1, 2, 'approve'), { maxLength: 4 }),
  fc.record(
    {
      type: fc.constantFrom<Json>('annual', 'routine', null),
      lines: fc.array(fc.integer(), { maxLength: 3 }),
    },
    { noNullPrototype: true },
  ),
)

describe('an expression compiled once', () => {
  test('gives what feelin gives when it parses the text anew each time', () => {
    const variables = fc.record(
      { a: json, b: json, list: fc.array(json, { maxLength: 4 }), plan: json },
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(grammar.expression, variables, variables, (text, first, second) => {
        const compiled = compileFeel(text)
        for (const values of [first, second, first]) {
          const anew = outcome(() => toJson(evaluate(text, values).value))
          expect(outcome(() => compiled.json(frame(values)))).toEqual(anew)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('reads a variable of the process before a function of the same name', () => {
    expect(once('count + 1', { count: 3 })).toBe(4)
    expect(once('count([1, 2])')).toBe(2)
  })

  test('takes Chinese names', () => {
    expect(once('预算合计 > 50000 and 类型 = "年度"', { 预算合计: 60000, 类型: '年度' })).toBe(true)
  })

  test('names the variables that it reads', () => {
    expect(compileFeel('a.b > 3 and now() < x and count(list[price > y]) = 1').reads).toEqual([
      'a',
      'count',
      'list',
      'price',
      'x',
      'y',
    ])
  })
})

describe('the clock', () => {
  test("is the command's time and not the machine's", () => {
    expect(once('now()')).toBe(at)
    expect(once('today()')).toBe('2026-11-02')
    expect(once('today() + duration("P30D")')).toBe('2026-12-02')
    expect(once('now() + duration("PT2H") > date and time("2026-11-02T10:00:00+08:00")')).toBe(true)
  })

  test('goes with each command', () => {
    const year = compileFeel('now().year')
    expect(year.json(frame({}, '1999-12-31T23:59:59Z'))).toBe(1999)
    expect(year.json(frame({}, '2040-01-01T00:00:00Z'))).toBe(2040)
  })

  test('works inside a nested function and in a list', () => {
    expect(once('for x in [1, 2] return today()')).toEqual(['2026-11-02', '2026-11-02'])
  })
})

describe('a text that is no FEEL expression', () => {
  test.each([
    '',
    '  ',
    'a >',
    '1) + (2',
    'a b',
    '${a}',
    'a == 1',
    'a && b',
    'approve(x)',
    '"open',
    '('.repeat(600),
  ])('is refused: %s', (text) => {
    expect(() => compileFeel(text)).toThrow(FeelSyntaxError)
  })
})
