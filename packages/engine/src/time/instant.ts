/**
 * Calendar arithmetic on ISO 8601 texts. The engine may not use `Date` (its zone is the machine's), and all it
 * needs is: read an instant, add a duration in the instant's own offset, write it again.
 */
interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00 on the wall clock of the offset. */
  local: number
  /** Minutes east of UTC. */
  offset: number
  /** `Z`, `+08:00`, or empty for a text without an offset. */
  zone: string
}

const day = 86_400_000
const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?)?(?:\[[\w/+-]+\])?$/

/** Reads `2026-11-02`, `2026-11-02T09:00`, with or without seconds, fraction and offset; else undefined. */
export function parseInstant(text: string): Instant | undefined {
  const match = shape.exec(text)
  if (!match) return undefined
  const [, y, mo, d, h = '0', mi = '0', s = '0', fraction = '', zone = ''] = match
  const [year, month, date] = [Number(y), Number(mo), Number(d)]
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  if (Number(h) > 23 || Number(mi) > 59 || Number(s) > 59) return undefined
  const offset = zone === '' || zone === 'Z' ? 0 : offsetMinutes(zone)
  if (offset === undefined) return undefined
  const clock = ((Number(h) * 60 + Number(mi)) * 60 + Number(s)) * 1000
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3))
  return { local: daysFromCivil(year, month, date) * day + clock + millis, offset, zone }
}

/** The usual form, on a day that the month has in every year: nothing to work out. */
const plain =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-7]):[0-5]\d)$/

/** Whether the text is an instant with an offset, as a command's `at` must be. */
export function isInstant(text: unknown): text is string {
  if (typeof text !== 'string') return false
  return plain.test(text) || (parseInstant(text)?.zone ?? '') !== ''
}

/** Milliseconds since the epoch, UTC. */
export function epochMillis(instant: Instant): number {
  return instant.local - instant.offset * 60_000
}

/** ISO text in the instant's own offset; milliseconds only where there are any. */
export function formatInstant(instant: Instant): string {
  const days = Math.floor(instant.local / day)
  const rest = instant.local - days * day
  const { year, month, date } = civilFromDays(days)
  const millis = rest % 1000
  const seconds = Math.floor(rest / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  const fraction = millis ? `.${String(millis).padStart(3, '0')}` : ''
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}T${clock}${fraction}${instant.zone}`
}

/** Adds months on the calendar (31 January + P1M = 28 February), then days and time. */
export function addTo(instant: Instant, months: number, millis: number): Instant {
  const days = Math.floor(instant.local / day)
  const rest = instant.local - days * day
  if (months === 0) return { ...instant, local: instant.local + millis }
  const { year, month, date } = civilFromDays(days)
  const index = year * 12 + (month - 1) + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const newDate = Math.min(date, daysInMonth(newYear, newMonth))
  return { ...instant, local: daysFromCivil(newYear, newMonth, newDate) * day + rest + millis }
}

function offsetMinutes(zone: string): number | undefined {
  const digits = zone.replace(/[+:-]/g, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  if (minutes > 18 * 60) return undefined
  return zone.startsWith('-') ? -minutes : minutes
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar, counting years from March. */
function daysFromCivil(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function civilFromDays(days: number): { year: number; month: number; date: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}
