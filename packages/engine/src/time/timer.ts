import { withOffset } from '../feel/zone.ts'
import { addTo, formatInstant, parseInstant } from './instant.ts'

/** An ISO 8601 duration, split where the calendar matters. */
interface Duration {
  months: number
  millis: number
}

const shape =
  /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/

/** Reads `P1Y2M`, `P2W`, `P1DT2H30M`, `PT0.5S`; else undefined. */
export function parseDuration(text: string): Duration | undefined {
  const match = shape.exec(text)
  if (!match || text.endsWith('P') || text.endsWith('T')) return undefined
  const sign = match[1] === '-' ? -1 : 1
  const [years, months, weeks, days, hours, minutes] = match.slice(2, 8).map((part) => Number(part ?? 0))
  const seconds = Number((match[8] ?? '0').replace(',', '.'))
  if (years === undefined || months === undefined || weeks === undefined) return undefined
  if (days === undefined || hours === undefined || minutes === undefined) return undefined
  const millis = ((weeks * 7 + days) * 24 + hours) * 3_600_000 + minutes * 60_000 + Math.round(seconds * 1000)
  return { months: sign * (years * 12 + months) + 0, millis: sign * millis + 0 }
}

/** A repeating interval: `R3/PT1H`, `R/P1D`, `R5/2026-11-02T09:00:00Z/P1D`. */
interface Cycle {
  /** How often it fires; absent: for ever. */
  times?: number
  start?: string
  every: string
}

export function parseCycle(text: string): Cycle | undefined {
  const parts = text.split('/')
  const repeat = /^R(\d*)$/.exec(parts[0] ?? '')
  const every = parts[parts.length - 1] ?? ''
  const interval = parseDuration(every)
  if (!repeat || parts.length < 2 || parts.length > 3 || !interval) return undefined
  if (interval.months <= 0 && interval.millis <= 0) return undefined
  const start = parts.length === 3 ? (parts[1] ?? '') : ''
  if (start !== '' && !parseInstant(start)) return undefined
  return {
    ...(repeat[1] ? { times: Number(repeat[1]) } : {}),
    ...(start === '' ? {} : { start }),
    every,
  }
}

/**
 * The instant a duration after `from`, in `from`'s offset; undefined when either does not parse or the result
 * leaves the years 0–9999 that an ISO text can hold.
 */
export function after(from: string, duration: string): string | undefined {
  const instant = parseInstant(from)
  const length = parseDuration(duration)
  if (!instant || !length) return undefined
  const text = formatInstant(addTo(instant, length.months, length.millis))
  return /^\d{4}-/.test(text) ? text : undefined
}

/**
 * An ISO date or time with an offset: one without is read in the offset of `at`, one with a named zone
 * (`…T09:00:00@Asia/Shanghai`, as FEEL writes it) in the offset that the zone has then.
 */
export function anchor(text: string, at: string): string | undefined {
  const instant = parseInstant(text.includes('@') ? withOffset(text) : text)
  if (!instant) return undefined
  const zone = instant.zone === '' ? (parseInstant(at)?.zone ?? 'Z') : instant.zone
  return formatInstant({ ...instant, zone })
}

/** A day stays a day: at which hour of it something is due is for the caller, who has the calendar. */
export function dayOrInstant(text: string, at: string): string | undefined {
  const instant = anchor(text, at)
  return instant !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : instant
}

/** Five or six cron fields (seconds first when six) or a macro such as `@daily`. */
export function isCron(text: string): boolean {
  if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(text)) return true
  const fields = text.split(/\s+/)
  return (
    (fields.length === 5 || fields.length === 6) && fields.every((field) => /^[\dA-Z*?,/#LW-]+$/i.test(field))
  )
}
