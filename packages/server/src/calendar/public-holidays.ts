import chineseDays from 'chinese-days'
import type { DayKind } from './working-calendar.ts'

// A CommonJS package whose names Node cannot read from outside.
const { getHolidaysInRange, isHoliday, isWorkday } = chineseDays

const known = new Map<number, boolean>()

/** Whether the State Council's arrangement for a year is known here; without it only weekends are free. */
export function knowsYear(year: number): boolean {
  const found = known.get(year)
  if (found !== undefined) return found
  // Without weekends: what is left are the holidays as announced.
  const knows = getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0
  known.set(year, knows)
  return knows
}

/** 法定节假日 and 调休: what a day of a known year is where that differs from an ordinary week. */
export function publicHoliday(day: string): DayKind | undefined {
  if (!knowsYear(Number(day.slice(0, 4)))) return undefined
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const isWeekend = weekday === 0 || weekday === 6
  if (isWeekend && isWorkday(day)) return 'workday'
  return !isWeekend && isHoliday(day) ? 'holiday' : undefined
}
