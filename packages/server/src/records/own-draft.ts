import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import { Failure } from '../http/failure.ts'
import type { FormData } from './form-data.ts'
import { isInScopeColumn, type Entry } from './register-rights.ts'

export type RecordRow = Entry & {
  id: string
  kind: string
  number: string | null
  version: number
  /** Rank. */
  level: number
}

export interface DraftRow {
  title: string
  level: number
  data: FormData
  attachmentIds: string[]
  revision: number
  savedAt: string
}

/** A record that the actor sees, with the kind that it is of. Fails with NOT_FOUND. */
export async function visibleRecord(
  tx: Transaction,
  catalogue: Catalogue,
  recordId: string,
): Promise<{ record: RecordRow; kind: RecordKind }> {
  const record = await tx.first<RecordRow>(
    `select r.id, r.kind, r.number, r.version, r.level, r.status, r.owner_id as "ownerId",
            r.instance_id as "instanceId", ${isInScopeColumn}
     from records r
     where r.id = $1`,
    [recordId],
  )
  const kind = record && catalogue.kinds.get(record.kind)
  if (!record || !kind) throw new Failure('NOT_FOUND')
  return { record, kind }
}

/**
 * The draft of a record that the actor writes, which nobody else changes until the transaction ends. Whose it is the
 * policies say: its author's, and that of everybody who holds the task that it is written in.
 */
export function lockOwnDraft(tx: Transaction, recordId: string): Promise<DraftRow | undefined> {
  return tx.first<DraftRow>(
    `select title, level, data, attachment_ids as "attachmentIds", revision, saved_at as "savedAt"
     from record_drafts
     where record_id = $1
     for update`,
    [recordId],
  )
}

/** The record with the actor's draft of it, locked. Fails with NOT_FOUND or DRAFT_MISSING. */
export async function ownDraft(
  tx: Transaction,
  catalogue: Catalogue,
  recordId: string,
): Promise<{ record: RecordRow; kind: RecordKind; draft: DraftRow }> {
  // The draft first: a submission that is under way ends before the record is read.
  const [draft, { record, kind }] = await Promise.all([
    lockOwnDraft(tx, recordId),
    visibleRecord(tx, catalogue, recordId),
  ])
  if (!draft) throw new Failure('DRAFT_MISSING')
  return { record, kind, draft }
}
