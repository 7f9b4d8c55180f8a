import { createHash } from 'node:crypto'
import type { Database } from '../db/database.ts'
import { Failure } from '../http/failure.ts'
import { AnsweredAlready } from './apply-step.ts'

/** The `Idempotency-Key` of a request, with what it asked for. */
export interface RequestKey {
  key: string
  /** SHA-256 of method, address and body, hexadecimal. */
  request: string
}

/** The key that a client gave its request; the same request from it always has the same hash. */
export function requestKey(header: unknown, ...asked: unknown[]): RequestKey | undefined {
  if (typeof header !== 'string' || header.trim() === '') return undefined
  const key = header.trim().slice(0, 200)
  return { key, request: createHash('sha256').update(JSON.stringify(asked)).digest('hex') }
}

/** What the person was answered under this key. Fails with IDEMPOTENCY_KEY_REUSED where it was another request. */
export async function storedAnswer(
  database: Database,
  personId: string,
  { key, request }: RequestKey,
): Promise<{ status: number; body: string } | undefined> {
  const [row] = await database.query<{ request: string; status: number; body: string }>(
    personId,
    `select encode(request_sha256, 'hex') as request, status, response as body
     from idempotency_keys
     where person_id = $1 and key = $2`,
    [personId, key],
  )
  if (row && row.request !== request) throw new Failure('IDEMPOTENCY_KEY_REUSED')
  return row
}

/**
 * Gives what `act` gives or, where the request is a repetition, what the first one was answered: it is looked for only once
 * `act` is refused, for a repetition always is (what it asks for is done by now, or its key is taken).
 */
export async function orFirstAnswer(
  database: Database,
  personId: string,
  key: RequestKey | undefined,
  act: () => Promise<string>,
): Promise<string> {
  try {
    return await act()
  } catch (error) {
    if (key === undefined || !(error instanceof Failure || error instanceof AnsweredAlready)) throw error
    const first = await storedAnswer(database, personId, key)
    if (first === undefined) throw error
    return first.body
  }
}

/** The answer is kept as the text that it was first sent as. */
export const asIs = (text: unknown): string => String(text)
