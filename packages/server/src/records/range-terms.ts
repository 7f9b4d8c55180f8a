import type { KindSchema } from '../catalogue/record-kind.ts'
import { localDay } from '../organization/local-day.ts'

/** What a field is narrowed to; both bounds belong to it, and one of them may be absent. */
export interface Range {
  from?: string | number
  to?: string | number
}

/**
 * Texts of one length, in the order of what they stand for, cut at fixed places: every text stands under each of its
 * beginnings, so that a range is a few beginnings (at most some twenty a place) instead of every value in it. The index of
 * terms that serves the words then serves ranges too, along every way in (list-records.ts).
 */
interface Scale {
  /** Before every term of the scale. */
  head: string
  lowest: string
  highest: string
  cuts: readonly number[]
}

const months: Scale = { head: '', lowest: '0000-01', highest: '9999-12', cuts: [1, 2, 3, 4, 7] }
const days: Scale = { head: '', lowest: '0000-01-01', highest: '9999-12-31', cuts: [1, 2, 3, 4, 7, 10] }

/** An amount in 分 up to ten trillion 元; larger numbers are found by themselves only. */
const mostDigits = 15
const beyond = 10 ** mostDigits

/** Numbers of so many digits, by the digits that they begin with: `4:20` holds 2000…2099, `-4:20` its mirror. */
const numbers = (sign: string, digits: number): Scale => ({
  head: `${sign}${digits}:`,
  lowest: digits === 1 ? '0' : `1${'0'.repeat(digits - 1)}`,
  highest: '9'.repeat(digits),
  cuts: [...Array(digits + 1).keys()],
})

/** A moment is looked for by its day where the department is. */
const dated: Readonly<Record<string, Scale>> = { 'year-month': months, date: days, 'date-time': days }
const scaleOf = ({ format }: KindSchema): Scale | undefined => (format ? dated[format] : undefined)
const isNumbered = ({ type }: KindSchema): boolean => type === 'integer'

/** Under what a value stands besides itself; nothing where its field has no ranges. */
export function beginningsOf(schema: KindSchema, value: unknown): string[] {
  if (typeof value === 'number') {
    if (!isNumbered(schema) || Math.abs(value) >= beyond) return []
    const digits = String(Math.abs(value))
    return cut(numbers(value < 0 ? '-' : '', digits.length), digits)
  }
  const scale = scaleOf(schema)
  if (!scale || typeof value !== 'string') return []
  const text = schema.format === 'date-time' ? dayOf(value) : value
  return text === undefined ? [] : cut(scale, text.slice(0, scale.lowest.length))
}

/** Nothing where a draft holds what is no moment yet. */
function dayOf(moment: string): string | undefined {
  const at = new Date(moment)
  return Number.isNaN(at.getTime()) ? undefined : localDay(at)
}

const cut = ({ head, cuts }: Scale, text: string): string[] => cuts.map((at) => head + text.slice(0, at))

/** Why a range cannot be looked for. */
export type RangeFault = 'unsupported' | 'malformed' | 'reversed'

/** The beginnings that hold exactly the values of the range; a month or a year as a bound is all of it. */
export function rangeTerms(schema: KindSchema, { from, to }: Range): string[] | RangeFault {
  const scale = scaleOf(schema)
  if (scale) {
    const low = bound(scale, from, scale.lowest)
    const high = bound(scale, to, scale.highest)
    if (low === undefined || high === undefined) return 'malformed'
    return low > high ? 'reversed' : [...cover(scale, low, high)]
  }
  if (!isNumbered(schema)) return 'unsupported'
  const low = numberOf(from, 1 - beyond)
  const high = numberOf(to, beyond - 1)
  if (low === undefined || high === undefined) return 'malformed'
  if (low > high) return 'reversed'
  return [...coverNumbers('-', Math.max(-high, 1), -low), ...coverNumbers('', Math.max(low, 0), high)]
}

/** A bound of less than a whole text is filled up by the rest of `open`, which stands for an absent one. */
function bound({ lowest }: Scale, given: string | number | undefined, open: string): string | undefined {
  if (given === undefined) return open
  const text = String(given)
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text)) return undefined
  return text.length > lowest.length ? undefined : text + open.slice(text.length)
}

function numberOf(given: string | number | undefined, open: number): number | undefined {
  if (given === undefined) return open
  return /^-?\d{1,15}$/.test(String(given)) ? Number(given) : undefined
}

function* coverNumbers(sign: string, from: number, to: number): Generator<string> {
  for (let digits = 1; digits <= mostDigits; digits++) {
    const low = Math.max(from, digits === 1 ? 0 : 10 ** (digits - 1))
    const high = Math.min(to, 10 ** digits - 1)
    if (low <= high) yield* cover(numbers(sign, digits), String(low), String(high))
  }
}

/** The shortest beginnings under `beginning` that reach from `from` to `to` and no further. */
function* cover(scale: Scale, from: string, to: string, beginning = ''): Generator<string> {
  const first = beginning + scale.lowest.slice(beginning.length)
  const last = beginning + scale.highest.slice(beginning.length)
  if (last < from || first > to) return
  const isCut = scale.cuts.includes(beginning.length)
  if (isCut && first >= from && last <= to) {
    yield scale.head + beginning
    return
  }
  const at = scale.cuts.find((length) => length > beginning.length)
  if (at === undefined) return
  for (const next of parts(at - beginning.length)) yield* cover(scale, from, to, beginning + next)
}

/** A digit, or the number of a month or day after its hyphen. */
const parts = (length: number): string[] =>
  length === 1
    ? [...Array(10).keys()].map(String)
    : [...Array(31).keys()].map((index) => `-${String(index + 1).padStart(2, '0')}`)
