import { describe, expect, it } from 'vitest'
import { timeParts } from './countdown.ts'

const minute = 60_000
const told = (ms: number): string =>
  timeParts(ms)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(' ')

describe('a length of time', () => {
  it.each([
    [2 * 1440 * minute + 3 * 60 * minute + 59 * minute, '2 days 3 hours'],
    [1440 * minute + 20 * minute, '1 days'],
    [3 * 60 * minute + 20 * minute + 59_999, '3 hours 20 minutes'],
    [60 * minute, '1 hours'],
    [59 * minute, '59 minutes'],
    [59_999, ''],
    [0, ''],
  ])('of %d ms is told in its two largest units: %s', (ms, words) => {
    expect(told(ms)).toBe(words)
  })
})
