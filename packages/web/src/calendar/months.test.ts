import type { CalendarYear } from '@canmou/contract'
import { describe, expect, it } from 'vitest'
import { monthsOf, workdaysIn } from './months.ts'

const year: CalendarYear = {
  year: 2026,
  mayChange: false,
  isKnown: true,
  weekdays: [1, 2, 3, 4, 5],
  spans: [{ from: '09:00', to: '18:00' }],
  days: [
    { day: '2026-10-01', kind: 'holiday', origin: 'public' },
    { day: '2026-10-10', kind: 'workday', origin: 'public' },
    { day: '2026-10-12', kind: 'holiday', origin: 'own', note: '公司成立日' },
  ],
}

const october = () => monthsOf(year)[9]?.weeks ?? []

describe('the months of a calendar', () => {
  it('begin each week with Monday and each month under its weekday', () => {
    const [first] = october()
    expect(first?.map((day) => day?.number)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4])
    expect(
      october()
        .at(-1)
        ?.map((day) => day?.number),
    ).toEqual([26, 27, 28, 29, 30, 31, undefined])
    expect(monthsOf(year).map(({ month }) => month)).toHaveLength(12)
  })

  it('have February with as many days as the year gives it', () => {
    const days = (of: number) =>
      monthsOf({ ...year, year: of, days: [] })[1]
        ?.weeks.flat()
        .filter(Boolean)
    expect([days(2026)?.length, days(2028)?.length]).toEqual([28, 29])
  })

  it('say of each day whether it is worked: by the week, or as the day itself says', () => {
    const of = (number: number) =>
      october()
        .flat()
        .find((day) => day?.number === number)
    expect([1, 2, 3, 10, 12].map((number) => of(number)?.isWorked)).toEqual([false, true, false, true, false])
    expect(of(12)?.special).toMatchObject({ origin: 'own', note: '公司成立日' })
    expect(of(2)?.special).toBeUndefined()
  })

  it('count the days that are worked', () => {
    expect(workdaysIn(monthsOf({ ...year, days: [] }))).toBe(261)
    expect(workdaysIn(monthsOf(year))).toBe(260)
  })
})
