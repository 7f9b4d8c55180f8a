import type { WorkingLength, WorkingMoment } from '@canmou/engine'

export type DayKind = 'workday' | 'holiday'

/** catalogue/organization/working-calendar.json: the days and hours of an ordinary week. */
export interface CalendarRule {
  /** 1 Monday … 7 Sunday. */
  weekdays: readonly number[]
  spans: readonly { from: string; to: string }[]
}

const dayMs = 86_400_000
const offsetMs = 8 * 3_600_000
/** A calendar in which no day of a year is a workday is a mistake, not a reason to search for ever. */
const mostDays = 400

/**
 * Working days and hours of the company (法定节假日 and 调休 included), by its own clock (UTC+8, without summer time). Pure:
 * days are `YYYY-MM-DD`, moments are `Date`.
 */
export class WorkingCalendar {
  private readonly rule: CalendarRule
  private readonly special: (day: string) => DayKind | undefined

  /** @param special what a day is where that differs from the rule of the week */
  constructor(rule: CalendarRule, special: (day: string) => DayKind | undefined) {
    this.rule = rule
    this.special = special
  }

  isWorkday(day: string): boolean {
    const kind = this.special(day)
    return kind === undefined ? this.rule.weekdays.includes(weekdayOf(day)) : kind === 'workday'
  }

  /**
   * The moment `days` working days after `at`, at the same time of the day. What begins outside of working days begins with
   * the next one.
   */
  addWorkdays(at: Date, days: number): Date {
    let day = dayOf(at)
    let time = at.getTime() - startOf(day).getTime()
    if (!this.isWorkday(day)) {
      day = this.nextWorkday(day)
      time = this.opening()
    }
    for (let left = days; left > 0; left--) day = this.nextWorkday(day)
    return new Date(startOf(day).getTime() + time)
  }

  /** The moment at which `ms` of working time are over, counted from `at`. */
  addWorkingTime(at: Date, ms: number): Date {
    let left = ms
    let day = dayOf(at)
    let from = at.getTime() - startOf(day).getTime()
    for (let tried = 0; tried < mostDays * 10; tried++) {
      for (const span of this.isWorkday(day) ? this.rule.spans : []) {
        const begin = Math.max(from, timeOf(span.from))
        const length = timeOf(span.to) - begin
        if (length <= 0) continue
        if (left <= length) return new Date(startOf(day).getTime() + begin + left)
        left -= length
      }
      day = dayAfter(day)
      from = 0
    }
    return new Date(at.getTime() + ms)
  }

  /**
   * A moment in working time (`canmou:task limit`): from `since` on, by one length after the other. A working day after ten in
   * the morning is ten in the morning of the next working day; what begins outside of working hours begins when they do.
   */
  moment({ since, by }: WorkingMoment): Date {
    return by.reduce(
      (at, length) =>
        length.days < 0 || length.millis < 0 ? this.back(at, length) : this.onward(at, length),
      this.addWorkingTime(new Date(since), 0),
    )
  }

  private onward(at: Date, { days, millis }: WorkingLength): Date {
    const day = days > 0 ? this.addWorkdays(this.addWorkingTime(at, 0), days) : at
    return millis > 0 ? this.addWorkingTime(day, millis) : day
  }

  private back(at: Date, { days, millis }: WorkingLength): Date {
    const late = this.takeWorkingTime(at, -millis)
    let day = dayOf(late)
    const time = late.getTime() - startOf(day).getTime()
    for (let left = -days; left > 0; left--) day = this.workdayUpTo(dayBefore(day))
    return new Date(startOf(day).getTime() + time)
  }

  /** The moment from which on `ms` of working time are over at `at`. */
  private takeWorkingTime(at: Date, ms: number): Date {
    let left = ms
    let day = dayOf(at)
    let upTo = at.getTime() - startOf(day).getTime()
    for (let tried = 0; tried < mostDays * 10; tried++) {
      for (const span of this.isWorkday(day) ? this.rule.spans.toReversed() : []) {
        const end = Math.min(upTo, timeOf(span.to))
        const length = end - timeOf(span.from)
        if (length <= 0) continue
        if (left <= length) return new Date(startOf(day).getTime() + end - left)
        left -= length
      }
      day = dayBefore(day)
      upTo = dayMs
    }
    return new Date(at.getTime() - ms)
  }

  /** The end of work on a day or, where that is no workday, on the last one before it: when something is due. */
  endOfWorkOn(day: string): Date {
    return new Date(startOf(this.workdayUpTo(day)).getTime() + this.closing())
  }

  /** A time limit that falls on a day without work ends with the last workday before it. */
  limitBefore(at: Date): Date {
    const day = dayOf(at)
    return this.isWorkday(day) ? at : this.endOfWorkOn(day)
  }

  private workdayUpTo(day: string): string {
    let found = day
    for (let tried = 0; tried < mostDays && !this.isWorkday(found); tried++) found = dayBefore(found)
    return this.isWorkday(found) ? found : day
  }

  private nextWorkday(day: string): string {
    let found = dayAfter(day)
    for (let tried = 0; tried < mostDays && !this.isWorkday(found); tried++) found = dayAfter(found)
    return found
  }

  private opening(): number {
    return Math.min(...this.rule.spans.map(({ from }) => timeOf(from)))
  }

  private closing(): number {
    return Math.max(...this.rule.spans.map(({ to }) => timeOf(to)))
  }
}

const dayOf = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10)
const startOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - offsetMs)
const dayAfter = (day: string): string => shifted(day, 1)
const dayBefore = (day: string): string => shifted(day, -1)
const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMs).toISOString().slice(0, 10)
const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

function timeOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * 60_000
}
