import { toHalfWidth } from './money.ts'

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * Reads a day as people and spreadsheets write it here (2026-11-3, 2026/11/3, 2026年11月3日, 20261103, 3.11.2026) as
 * `2026-11-03`. 11/3/2026 is left alone: nobody can tell which number is the month.
 */
export function parseDay(text: string): string | undefined {
  const plain = toHalfWidth(text).trim()
  const byYear =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]0{1,2}:00(?::00)?)?$/.exec(plain) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})[日号號]$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const byDay = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain)
  const [year, month, day] = byYear
    ? [Number(byYear[1]), Number(byYear[2]), Number(byYear[3])]
    : [Number(byDay?.[3]), Number(byDay?.[2]), Number(byDay?.[1])]
  if (year === undefined || month === undefined || day === undefined || !isDay(year, month, day))
    return undefined
  return `${year}-${two(month)}-${two(day)}`
}

/** Reads a month (2026-11, 2026/11, 2026年11月, 202611) as `2026-11`. */
export function parseMonth(text: string): string | undefined {
  const plain = toHalfWidth(text).trim()
  const match =
    /^(\d{4})[-/.](\d{1,2})$/.exec(plain) ??
    /^(\d{4})年(\d{1,2})月$/.exec(plain) ??
    /^(\d{4})(\d{2})$/.exec(plain)
  const month = Number(match?.[2])
  return match && month >= 1 && month <= 12 ? `${match[1]}-${two(month)}` : undefined
}
