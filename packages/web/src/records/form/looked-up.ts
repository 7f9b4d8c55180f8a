import { compileRule } from './computed.ts'
import type { Data } from './conditions.ts'

const known = new WeakMap<Data, Map<string, unknown>>()

/** What the rule of an `x-lookup` gives over the data of the chosen record on a day (`2026-11-26`); kept for each record. */
export function lookedUp(rule: string, data: Data, today: string): unknown {
  const values = known.get(data) ?? new Map<string, unknown>()
  known.set(data, values)
  const key = `${today} ${rule}`
  if (!values.has(key)) {
    const names = [...new Set([...Object.keys(data), 'today'])]
    values.set(key, compileRule(rule, names)({ ...data, today }))
  }
  return values.get(key)
}
