import type { Json } from '../door.ts'

const maxDepth = 200

/**
 * A FEEL result as JSON: dates, times and durations become their ISO text, a function or an unbounded number
 * becomes null (FEEL's own answer to a value that cannot be).
 */
export function toJson(value: unknown, depth = 0): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'object':
      break
    default:
      return null
  }
  if (value === null || depth > maxDepth) return null
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1))
  if (isTemporal(value)) return value.iso
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && 'fn' in value) return null
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, depth + 1)]))
}

function isTemporal(value: object): value is { iso: string } {
  return Object.getPrototypeOf(value) !== Object.prototype && 'iso' in value && typeof value.iso === 'string'
}
