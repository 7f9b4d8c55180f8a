import { describe, expect, it } from 'vitest'
import { beginningsOf, rangeTerms, type Range } from '../../src/records/range-terms.ts'

const day = { type: 'string', format: 'date' }
const month = { type: 'string', format: 'year-month' }
const moment = { type: 'string', format: 'date-time' }
const whole = { type: 'integer' }

type Schema = typeof day | typeof whole
function isIn(schema: Schema, value: string | number, range: Range): boolean {
  const terms = rangeTerms(schema, range)
  if (typeof terms === 'string') throw new Error(terms)
  const found = beginningsOf(schema, value).filter((term) => terms.includes(term))
  expect(found.length, 'the beginnings of a range do not overlap').toBeLessThanOrEqual(1)
  return found.length === 1
}

/** The same numbers in each run. */
function* random(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (state * 48_271) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

describe('the terms of a range', () => {
  it('hold the days from the first to the last, and no other', () => {
    const next = random(7)
    const upTo = (most: number): number => Math.floor((next.next().value as number) * most)
    const any = (): string =>
      new Date(Date.UTC(1995 + upTo(40), upTo(12), 1 + upTo(28))).toISOString().slice(0, 10)
    for (let run = 0; run < 2000; run++) {
      const [from, to] = [any(), any()].sort() as [string, string]
      for (const value of [any(), from, to]) {
        const is = from <= value && value <= to
        expect(isIn(day, value, { from, to }), `${from} ${value} ${to}`).toBe(is)
        expect(isIn(month, value.slice(0, 7), { from: from.slice(0, 7), to: to.slice(0, 7) })).toBe(
          from.slice(0, 7) <= value.slice(0, 7) && value.slice(0, 7) <= to.slice(0, 7),
        )
      }
      expect(isIn(day, any(), {})).toBe(true)
    }
  })

  it('hold the whole numbers from the first to the last, and no other', () => {
    const next = random(11)
    const any = (): number => {
      const [size, part] = [next.next().value as number, next.next().value as number]
      return Math.floor((part - 0.5) * 10 ** Math.floor(size * 9))
    }
    for (let run = 0; run < 2000; run++) {
      const [from, to] = [any(), any()].sort((a, b) => a - b) as [number, number]
      for (const value of [any(), from, to, 0]) {
        expect(isIn(whole, value, { from, to }), `${from} ${value} ${to}`).toBe(from <= value && value <= to)
        expect(isIn(whole, value, { from }), `${from} ${value}`).toBe(from <= value)
        expect(isIn(whole, value, { to }), `${value} ${to}`).toBe(value <= to)
      }
    }
  })

  it('take a month or a year as all of it, and an absent bound as none', () => {
    for (const [range, inside, outside] of [
      [{ from: '2026-03', to: '2026-03' }, '2026-03-31', '2026-04-01'],
      [{ from: '2026' }, '2026-01-01', '2025-12-31'],
      [{ to: '2026' }, '2026-12-31', '2027-01-01'],
    ] as const) {
      expect(isIn(day, inside, range)).toBe(true)
      expect(isIn(day, outside, range)).toBe(false)
    }
  })

  it('hold the moments of a day where the department is, wherever they were written', () => {
    const range = { from: '2026-03-16', to: '2026-03-16' }
    for (const [value, is] of [
      ['2026-03-15T15:59:59.999Z', false],
      ['2026-03-15T16:00:00.000Z', true],
      ['2026-03-16T23:59:59+08:00', true],
      ['2026-03-16T16:00:00Z', false],
      ['2026-03-16T12:00:00-05:00', false],
    ] as const)
      expect(isIn(moment, value, range), value).toBe(is)
    expect(beginningsOf(moment, 'soon')).toEqual([])
    expect(rangeTerms(moment, { from: '2026-03-16T08:00:00Z' })).toBe('malformed')
  })

  it('stay few', () => {
    expect(rangeTerms(day, { from: '1999-12-31' }).length).toBeLessThan(60)
    expect(rangeTerms(day, { from: '1901-01-02', to: '2998-12-30' }).length).toBeLessThan(150)
    expect(rangeTerms(whole, { from: 1, to: 999_999_999_999_998 }).length).toBeLessThan(300)
  })

  it('are none of what has no order, is no bound, or is the wrong way round', () => {
    expect(rangeTerms({ type: 'string' }, { from: 'a' })).toBe('unsupported')
    expect(rangeTerms({ type: 'string', format: 'record-ref' }, { from: '2026' })).toBe('unsupported')
    for (const from of ['2026-13', '2026-00-01', '26-01-01', '2026-02-32', 'today', ''])
      expect(rangeTerms(day, { from }), from).toBe('malformed')
    expect(rangeTerms(month, { from: '2026-01-01' })).toBe('malformed')
    for (const to of ['1.5', 1.5, 1e15, 'x']) expect(rangeTerms(whole, { to }), String(to)).toBe('malformed')
    expect(rangeTerms(day, { from: '2026-04', to: '2026-03-31' })).toBe('reversed')
    expect(rangeTerms(whole, { from: 2, to: 1 })).toBe('reversed')
  })
})
