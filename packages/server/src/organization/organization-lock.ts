import type { Transaction } from '../db/database.ts'

const lockNumber = 7_100_002

/**
 * Changes of the organisation happen one after the other, so that a rule over several entries (no circle of departments,
 * never without an administrator) holds for what two people do in the same instant too.
 */
export async function lockOrganization(tx: Transaction): Promise<void> {
  await tx.execute('select pg_advisory_xact_lock($1)', [lockNumber])
}
