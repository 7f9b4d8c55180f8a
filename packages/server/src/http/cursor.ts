import { Failure } from './failure.ts'

/**
 * The place in a keyset-paginated list, as an opaque text: the values of the sort columns of the last row shown. What comes
 * from outside is only ever compared with, never trusted.
 */
export function writeCursor(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Reads a cursor of `count` values; `undefined` for the first page. Fails with CURSOR_INVALID. */
export function readCursor(cursor: string | undefined, count: number): string[] | undefined {
  if (cursor === undefined || cursor === '') return undefined
  let values: unknown
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (error) {
    throw new Failure('CURSOR_INVALID', {}, undefined, error)
  }
  const isGood = Array.isArray(values) && values.length === count && values.every((value) => isKey(value))
  if (!isGood) throw new Failure('CURSOR_INVALID')
  return (values as (string | number)[]).map(String)
}

const isKey = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && value.length <= 200
