import type { RecordStatus } from '@canmou/contract'

/** From the first to the last, both included; one may be open. */
export interface Bounds {
  from?: string
  to?: string
}

/** What a field is to hold: a value, or one within bounds. */
export type Wanted = string | boolean | Bounds

/** What of the list of records is shown; it stands in the address. */
export interface RecordSearch {
  kind?: string
  q?: string
  status?: RecordStatus
  /** What the entries' fields hold; the server looks for it among what the reader may see. */
  where?: Readonly<Record<string, Wanted>>
}

export const recordStatuses = [
  'draft',
  'inApproval',
  'returned',
  'inEffect',
  'void',
] as const satisfies readonly RecordStatus[]

export const recordStatus = (value: unknown): RecordStatus | undefined =>
  recordStatuses.find((status) => status === value)

/** The fields of an address that are values to look for; nothing where there are none. */
export function recordWhere(value: unknown): RecordSearch['where'] {
  if (!isObject(value)) return undefined
  const entries = Object.entries(value).flatMap(([field, given]) => {
    const wanted = isObject(given) ? boundsIn(given) : typeof given === 'boolean' ? given : textIn(given)
    return wanted === undefined ? [] : [[field, wanted] as const]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function boundsIn(given: Readonly<Record<string, unknown>>): Bounds | undefined {
  const from = textIn(given['from'])
  const to = textIn(given['to'])
  if (from === undefined && to === undefined) return undefined
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** A year that somebody typed into the address is read as a number. */
const textIn = (given: unknown): string | undefined =>
  (typeof given === 'string' && given !== '') || typeof given === 'number' ? String(given) : undefined

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
