import type { Transaction } from '../db/database.ts'

/** Makes a record be found by these terms (`searchTermsOf`) instead of those that it had. */
export async function writeSearchTerms(tx: Transaction, recordId: string, terms: string[]): Promise<void> {
  await tx.query('select set_search_terms($1, $2)', [recordId, terms])
}
