import { Failure } from './failure.ts'
import { isPlain } from './plain-text.ts'

/**
 * The place in a keyset-paginated list, as an opaque text: the values of the sort columns of the last row shown. What comes
 * from outside is only ever compared with, never trusted.
 */
export function writeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** What a sort column holds. `time` as PostgreSQL writes a `timestamptz`, `order` a whole number of either sign. */
export type CursorValue = 'text' | 'id' | 'serial' | 'order' | 'time'

const shapes: Record<CursorValue, (value: string) => boolean> = {
  text: (value) => value.length <= 200 && isPlain(value),
  id: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  serial: (value) => /^\d{1,15}$/.test(value),
  order: (value) => /^-?\d{1,9}$/.test(value),
  time: isTime,
}

/** Reads a cursor whose values are of these kinds; `undefined` for the first page. Fails with CURSOR_INVALID. */
export function readCursor(cursor: string | undefined, kinds: readonly CursorValue[]): string[] | undefined {
  if (cursor === undefined || cursor === '') return undefined
  let given: unknown
  try {
    given = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (error) {
    throw new Failure('CURSOR_INVALID', {}, undefined, error)
  }
  if (!Array.isArray(given) || given.length !== kinds.length) throw new Failure('CURSOR_INVALID')
  return kinds.map((kind, index) => {
    const value: unknown = given[index]
    if (typeof value !== 'string' && typeof value !== 'number') throw new Failure('CURSOR_INVALID')
    if (!shapes[kind](String(value))) throw new Failure('CURSOR_INVALID')
    return String(value)
  })
}

function isTime(value: string): boolean {
  if (value === 'infinity') return true
  const [, day, clock] =
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/.exec(value) ?? []
  if (day === undefined || clock === undefined) return false
  const read = new Date(`${day}T${clock}Z`)
  // A 31st of February is read as a day of March.
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(`${day}T${clock}`)
}
