import type { RecordStatus } from '@canmou/contract'

/** What of the list of records is shown; it stands in the address. */
export interface RecordSearch {
  kind?: string
  q?: string
  status?: RecordStatus
  /** Values that the entries' fields hold; the server looks for them among what the reader may see. */
  where?: Readonly<Record<string, string | boolean>>
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
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value as Record<string, unknown>).flatMap(([field, wanted]) =>
    (typeof wanted === 'string' && wanted !== '') || typeof wanted === 'boolean'
      ? [[field, wanted] as const]
      : // A year that somebody typed into the address.
        typeof wanted === 'number'
        ? [[field, String(wanted)] as const]
        : [],
  )
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
