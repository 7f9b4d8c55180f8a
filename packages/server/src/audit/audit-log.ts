import type { Transaction } from '../db/database.ts'

/** What somebody did, for the log that nobody rewrites (domain.md §3 GOV-6). */
export interface Act {
  personId: string | null
  /** Subject and past tense: `session.started`, `record.created`. */
  action: string
  subjectType?: string
  subjectId?: string
  data?: Record<string, unknown>
}

/** Writes into the log, in the same transaction as the act itself. */
export async function recordAct(tx: Transaction, act: Act): Promise<void> {
  await tx.execute(
    `insert into audit_log (person_id, action, subject_type, subject_id, data)
     values ($1, $2, $3, $4, $5)`,
    [act.personId, act.action, act.subjectType, act.subjectId, JSON.stringify(act.data ?? {})],
  )
}
