import { recordAct } from '../audit/audit-log.ts'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import { searchTermsOf } from './search-terms.ts'
import type { Submission } from './submission.ts'
import { writeSearchTerms } from './write-search-terms.ts'

/**
 * Writes the next version of a register's entry, in effect at once. A draft can be submitted once: it is locked since it was
 * read, and gone after this.
 */
export async function freezeEntry(
  tx: Transaction,
  actor: { id: string },
  record: { id: string; number: string | null; version: number },
  kind: RecordKind,
  submission: Submission,
  at: Date,
): Promise<void> {
  const { id } = record
  const { title, level, levelRank, data, attachmentIds, sha256, links } = submission
  const number = record.number ?? (await nextNumber(tx, kind.code, at))
  const version = record.version + 1
  await Promise.all([
    tx.execute(
      `update records set number = $2, title = $3, level = $4, status = 'inEffect', version = $5, filled = '{}',
              updated_at = $6
       where id = $1`,
      [id, number, title, levelRank, version, at],
    ),
    tx.execute(
      `insert into record_versions (record_id, version, title, level, data, attachment_ids, sha256, submitted_by,
                                    submitted_at)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
      [id, version, title, levelRank, JSON.stringify(data), attachmentIds, sha256, actor.id, at],
    ),
    tx.execute('update attachments set frozen_at = $2 where id = any ($1::uuid[]) and frozen_at is null', [
      attachmentIds,
      at,
    ]),
    tx.execute('delete from record_drafts where record_id = $1', [id]),
    tx.execute(
      `insert into record_links (from_id, to_id, type, created_at, created_by)
       select $1, l.record, l.type, $3, $4 from jsonb_to_recordset($2) as l (record uuid, type text)
       on conflict do nothing`,
      [id, JSON.stringify(links.map(({ to, type }) => ({ record: to, type }))), at, actor.id],
    ),
    writeSearchTerms(tx, id, searchTermsOf(kind, { number, title, level, data })),
    recordAct(tx, {
      personId: actor.id,
      action: 'record.submitted',
      subjectType: 'record',
      subjectId: id,
      data: { version },
    }),
  ])
}

async function nextNumber(tx: Transaction, code: string, at: Date): Promise<string> {
  const row = await tx.first<{ number: string }>('select next_number($1, $2) as number', [code, at])
  if (!row) throw new Error('next_number gave no number')
  return row.number
}
