import type { Transaction } from '../db/database.ts'
import { Failure } from './failure.ts'

/** A request whose client may repeat it: its `Idempotency-Key`, and the SHA-256 (hexadecimal) of what it asked for. */
export interface RepeatableRequest {
  key: string
  request: string
}

/**
 * Does `act` once for a key and gives what it gave then. The key is written first, in the transaction of the act itself: who
 * repeats the request in the same instant waits for its end, and an act that failed leaves no key. What is kept is an id,
 * not a page: what the person may see of it is asked anew. Fails with IDEMPOTENCY_KEY_REUSED.
 */
export async function answerOnce(
  tx: Transaction,
  personId: string,
  repeatable: RepeatableRequest | undefined,
  act: () => Promise<string>,
): Promise<string> {
  if (!repeatable) return act()
  const { key, request } = repeatable
  const isFirst = await tx.execute(
    `insert into idempotency_keys (person_id, key, request_sha256, status, response)
     values ($1, $2, decode($3, 'hex'), 200, '')
     on conflict do nothing`,
    [personId, key, request],
  )
  if (isFirst === 0) return formerAnswer(tx, personId, repeatable)
  const answer = await act()
  await tx.execute('update idempotency_keys set response = $3 where person_id = $1 and key = $2', [
    personId,
    key,
    answer,
  ])
  return answer
}

async function formerAnswer(
  tx: Transaction,
  personId: string,
  { key, request }: RepeatableRequest,
): Promise<string> {
  const row = await tx.first<{ request: string; response: string }>(
    `select encode(request_sha256, 'hex') as request, response from idempotency_keys where person_id = $1 and key = $2`,
    [personId, key],
  )
  if (row?.request !== request) throw new Failure('IDEMPOTENCY_KEY_REUSED')
  return row.response
}
