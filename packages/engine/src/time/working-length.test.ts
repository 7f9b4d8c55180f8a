import { expect, test } from 'vitest'
import { readWorkingLength } from './working-length.ts'

const hour = 3_600_000

test.each([
  ['P2D', { days: 2, millis: 0 }],
  ['PT4H', { days: 0, millis: 4 * hour }],
  ['P1DT2H30M', { days: 1, millis: 2.5 * hour }],
  // a day of work is not twenty-four hours of it
  ['PT24H', { days: 0, millis: 24 * hour }],
])('%s is a length of working time', (text, length) => {
  expect(readWorkingLength(text)).toEqual(length)
})

test.each(['', 'P', 'PT', 'P0D', 'P1M', 'P1Y', 'P1W', '-P1D', 'P1.5D', 'PT1S', '2 days'])(
  'is none: "%s"',
  (text) => {
    expect(readWorkingLength(text)).toBeUndefined()
  },
)
