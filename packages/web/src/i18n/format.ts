import { currentLocale } from './language.ts'

/**
 * Dates, times and numbers as the pages write them (features.md §3.3: yyyy-MM-dd, month 2026年11月, thousands separators).
 * Nothing else in the web formats them; amounts of money have `records/values/money.ts`.
 */

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  // Only the parts are used, so the language decides nothing but the digits: 0-9 in all of ours.
  const made = new Intl.DateTimeFormat('en-CA', { hourCycle: 'h23', ...options })
  formatters.set(key, made)
  return made
}

function parts(value: string | Date, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const date = typeof value === 'string' ? new Date(value) : value
  const entries = formatter(options)
    .formatToParts(date)
    .map((part) => [part.type, part.value])
  return Object.fromEntries(entries)
}

const dateParts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
const timeParts = { hour: '2-digit', minute: '2-digit' } as const

/** `2026-11-24`, in the reader's time zone unless one is given. */
export function formatDate(value: string | Date, timeZone?: string): string {
  const { year, month, day } = parts(value, { ...dateParts, ...(timeZone && { timeZone }) })
  return `${year}-${month}-${day}`
}

/** `2026-11-24 09:05`, in the reader's time zone unless one is given. */
export function formatDateTime(value: string | Date, timeZone?: string): string {
  const zone = timeZone && { timeZone }
  const { year, month, day, hour, minute } = parts(value, { ...dateParts, ...timeParts, ...zone })
  return `${year}-${month}-${day} ${hour}:${minute}`
}

/** `2026年11月` (`2026-11` in English) of a `2026-11` month. */
export function formatMonth(month: string): string {
  const [year, number] = month.split('-')
  if (!year || !number) return month
  return currentLocale() === 'en' ? month : `${year}年${Number(number)}月`
}

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })

/** A count or quantity with thousands separators. */
export function formatNumber(value: number): string {
  return plain.format(value)
}

/** `3.2 MB`, in powers of 1024. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const value = bytes / 1024 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`
}
