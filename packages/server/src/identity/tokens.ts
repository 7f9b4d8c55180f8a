import { newId } from '../db/new-id.ts'
import type { Static } from 'typebox'
import type { NewToken, Token, TokenRequest } from '@canmou/contract'
import type { Database } from '../db/database.ts'
import { Failure } from '../http/failure.ts'
import { newToken } from './authentication.ts'

const usualDays = 90

export function listTokens(database: Database, personId: string): Promise<Static<typeof Token>[]> {
  return database.query(
    personId,
    `select id, name, created_at as "createdAt", expires_at as "expiresAt"
       from api_tokens
      where person_id = $1
      order by id desc`,
    [personId],
  )
}

/** The secret is in the answer and nowhere else. */
export async function createToken(
  database: Database,
  personId: string,
  { name, expiresInDays = usualDays }: Static<typeof TokenRequest>,
  now: Date,
): Promise<Static<typeof NewToken>> {
  const { secret, hash } = newToken()
  const token = {
    id: newId(),
    name,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + expiresInDays * 24 * 3600 * 1000).toISOString(),
  }
  await database.query(
    personId,
    `insert into api_tokens (id, token_hash, person_id, name, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [token.id, hash, personId, token.name, token.createdAt, token.expiresAt],
  )
  return { ...token, token: secret }
}

export async function revokeToken(database: Database, personId: string, id: string): Promise<void> {
  const gone = await database.query(
    personId,
    'delete from api_tokens where id = $1 and person_id = $2 returning id',
    [id, personId],
  )
  if (gone.length === 0) throw new Failure('NOT_FOUND')
}
