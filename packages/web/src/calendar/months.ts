import type { CalendarDay, CalendarYear } from '@canmou/contract'

/** 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** One day of the page: whether it is worked, and why where that differs from an ordinary week. */
export interface ShownDay {
  /** `2026-10-01`. */
  day: string
  number: number
  weekday: Weekday
  isWorked: boolean
  special?: CalendarDay
}

export interface ShownMonth {
  /** `2026-10`. */
  month: string
  /** Monday first; undefined beside the first and the last day. */
  weeks: (ShownDay | undefined)[][]
}

const two = (number: number): string => String(number).padStart(2, '0')

/** The twelve months of a year as they are drawn, week by week. */
export function monthsOf({ year, weekdays, days }: CalendarYear): ShownMonth[] {
  const special = new Map(days.map((one) => [one.day, one]))
  const shown = (month: number, number: number): ShownDay => {
    const day = `${year}-${two(month)}-${two(number)}`
    const weekday = (((new Date(Date.UTC(year, month - 1, number)).getUTCDay() + 6) % 7) + 1) as Weekday
    const known = special.get(day)
    const isWorked = known ? known.kind === 'workday' : weekdays.includes(weekday)
    return { day, number, weekday, isWorked, ...(known && { special: known }) }
  }
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const all = Array.from({ length: last }, (__, before) => shown(month, before + 1))
    const blank = (all[0]?.weekday ?? 1) - 1
    const cells = [...Array.from({ length: blank }, () => undefined), ...all]
    return { month: `${year}-${two(month)}`, weeks: weeksOf(cells) }
  })
}

function weeksOf(cells: (ShownDay | undefined)[]): (ShownDay | undefined)[][] {
  const weeks = Math.ceil(cells.length / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => cells[week * 7 + weekday]),
  )
}

/** How many days of a year are worked. */
export const workdaysIn = (months: readonly ShownMonth[]): number =>
  months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day?.isWorked).length
