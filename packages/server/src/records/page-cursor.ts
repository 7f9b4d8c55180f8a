import { Failure } from '../http/failure.ts'

/** Where a page of records ended: a record's id, of which a reader of the address should make nothing. */
export const cursorOf = (id: string): string =>
  Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

/** Fails with CURSOR_INVALID. */
export function idOfCursor(cursor: string): string {
  const hex = Buffer.from(cursor, 'base64url').toString('hex')
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Failure('CURSOR_INVALID')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  if (cursorOf(id) !== cursor) throw new Failure('CURSOR_INVALID')
  return id
}

/** Above every id. */
export const beyondLastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
