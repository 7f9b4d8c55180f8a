import type { Labels } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import { Failure } from '../http/failure.ts'

/** What an entry refers to must be there, and not have ended. Fails with DEPARTMENT_UNKNOWN. */
export async function requireDepartment(tx: Transaction, id: string): Promise<void> {
  const found = await tx.first('select from departments where id = $1 and ended_at is null', [id])
  if (!found) throw new Failure('DEPARTMENT_UNKNOWN')
}

/** Fails with POSITION_UNKNOWN. */
export async function requirePosition(
  tx: Transaction,
  id: string,
): Promise<{ name: Labels; isGroup: boolean }> {
  const found = await tx.first<{ name: Labels; isGroup: boolean }>(
    `select name, member_position_ids <> '{}' as "isGroup" from positions where id = $1 and ended_at is null`,
    [id],
  )
  if (!found) throw new Failure('POSITION_UNKNOWN')
  return found
}

/** Fails with PERSON_UNKNOWN. */
export async function requirePerson(tx: Transaction, id: string): Promise<{ name: string }> {
  const found = await tx.first<{ name: string }>(
    'select name from people where id = $1 and disabled_at is null',
    [id],
  )
  if (!found) throw new Failure('PERSON_UNKNOWN')
  return found
}
