import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { epochMillis, formatInstant, isInstant, parseInstant } from './instant.ts'
import { after, anchor, isCron, parseCycle, parseDuration } from './timer.ts'

describe('an instant', () => {
  test("is read and written as the platform's calendar does", () => {
    const range = {
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    }
    fc.assert(
      fc.property(fc.date(range), (date) => {
        const instant = parseInstant(date.toISOString())
        expect(instant && epochMillis(instant)).toBe(date.getTime())
        expect(instant && Date.parse(formatInstant(instant))).toBe(date.getTime())
      }),
      { numRuns: 1000 },
    )
  })

  test("needs an offset to be a command's time", () => {
    expect(isInstant('2026-11-02T09:00:00+08:00')).toBe(true)
    for (const text of ['2026-11-02T09:00:00', '2026-11-02', 'now', '', 7, null])
      expect(isInstant(text)).toBe(false)
  })

  test('is recognised at a glance where it is one, and nowhere else', () => {
    const two = (value: number) => String(value).padStart(2, '0')
    const months = Array.from({ length: 14 }, (_, month) => two(month))
    const days = Array.from({ length: 33 }, (_, date) => two(date))
    for (const year of ['2026', '2028'])
      for (const month of months)
        for (const date of days)
          for (const zone of ['Z', '+08:00', '-17:59', '+18:00', '+18:01', '+08:60', '']) {
            const text = `${year}-${month}-${date}T09:00:00.000${zone}`
            expect([text, isInstant(text)]).toEqual([text, (parseInstant(text)?.zone ?? '') !== ''])
          }
  })

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-11-02T24:00:00Z',
    '2026-11-02T09:60:00Z',
    '26-11-02',
    '2026-11-02T09:00:00+30:00',
  ])('does not exist: %s', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  test('without an offset is meant in the offset of the command', () => {
    expect(anchor('2026-11-26', '2026-11-02T09:00:00+08:00')).toBe('2026-11-26T00:00:00+08:00')
    expect(anchor('2026-11-26T09:00:00@Asia/Shanghai', '2026-11-02T09:00:00Z')).toBe(
      '2026-11-26T09:00:00+08:00',
    )
    expect(anchor('2026-07-01T09:00:00@America/New_York', '2026-11-02T09:00:00Z')).toBe(
      '2026-07-01T09:00:00-04:00',
    )
    expect(anchor('2026-07-01T09:00:00@Nowhere', '2026-11-02T09:00:00Z')).toBeUndefined()
    expect(anchor('2026-11-26T18:00:00Z', '2026-11-02T09:00:00+08:00')).toBe('2026-11-26T18:00:00Z')
  })
})

describe('a duration', () => {
  test.each([
    ['2026-11-02T09:00:00Z', 'PT1H', '2026-11-02T10:00:00Z'],
    ['2026-11-02T23:30:00+08:00', 'PT45M', '2026-11-03T00:15:00+08:00'],
    ['2026-01-31T09:00:00Z', 'P1M', '2026-02-28T09:00:00Z'],
    ['2028-01-31T09:00:00Z', 'P1M', '2028-02-29T09:00:00Z'],
    ['2024-02-29T09:00:00Z', 'P1Y', '2025-02-28T09:00:00Z'],
    ['2026-11-30T09:00:00Z', 'P3M', '2027-02-28T09:00:00Z'],
    ['2026-11-02T09:00:00Z', 'P1Y2M3DT4H5M6.5S', '2028-01-05T13:05:06.500Z'],
    ['2026-11-02T09:00:00Z', 'P2W', '2026-11-16T09:00:00Z'],
    ['2026-03-31T09:00:00Z', '-P1M', '2026-02-28T09:00:00Z'],
    // the calendar is that of the offset: the first of the month there is the last of the month in UTC
    ['2026-03-01T00:30:00+08:00', 'P1M', '2026-04-01T00:30:00+08:00'],
  ])('%s and %s make %s', (from, duration, due) => {
    expect(after(from, duration)).toBe(due)
  })

  test.each(['', 'P', 'PT', 'P1DT', '1H', 'P1H', 'PT1D', 'P1.5D', 'P-1D'])('is not: "%s"', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })
})

describe('a cycle', () => {
  test('says how often, from when, and how far apart', () => {
    expect(parseCycle('R3/PT1H')).toEqual({ times: 3, every: 'PT1H' })
    expect(parseCycle('R/P1M')).toEqual({ every: 'P1M' })
    expect(parseCycle('R5/2026-11-26T09:00:00Z/P1M')).toEqual({
      times: 5,
      start: '2026-11-26T09:00:00Z',
      every: 'P1M',
    })
  })

  test.each(['R3', 'PT1H', 'R3/', 'R3/PT0S', 'R3/-PT1H', 'Rx/PT1H', 'R3/soon/PT1H'])('is not: %s', (text) => {
    expect(parseCycle(text)).toBeUndefined()
  })

  test('may be a cron line for a start event', () => {
    for (const line of ['0 0 9 26 * *', '0 9 26 * *', '0 0 9 ? * MON-FRI', '@monthly'])
      expect(isCron(line)).toBe(true)
    for (const line of ['', '0 9', '0 0 9 26 * * * *', 'PT1H', '0 9 26 * $']) expect(isCron(line)).toBe(false)
  })
})
