import { dateAndTime } from 'feelin'

/** `2026-11-26T09:00:00@Asia/Shanghai` as `2026-11-26T09:00:00+08:00`; empty for what is no such time. */
export function withOffset(text: string): string {
  const value = dateAndTime(text)
  const offset = value?.['time offset']
  if (!value || !offset) return ''
  const minutes = Math.abs(offset.hours * 60 + offset.minutes)
  const sign = offset.hours < 0 || offset.minutes < 0 ? '-' : '+'
  const two = (part: number) => String(part).padStart(2, '0')
  return `${text.slice(0, text.indexOf('@'))}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
