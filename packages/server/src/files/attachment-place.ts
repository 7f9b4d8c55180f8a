import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'

/** A row of `attachments` about to be written. */
export interface NewAttachment {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: Buffer
  uploadedBy: string
  at: Date
}

/** What a file can be attached to: a draft, or the opinion at a task. */
export interface AttachmentPlace {
  /** Fails where the actor may not add a file now; asked before anything is received. */
  refuse: (actor: Actor, id: string) => Promise<unknown>
  /** Writes the file's row, once its content is kept. Fails as `refuse` does. */
  add: (tx: Transaction, id: string, file: NewAttachment) => Promise<unknown>
}

/** The row of a file of a record or of a task. */
export function insertAttachment(
  tx: Transaction,
  file: NewAttachment,
  { recordId = null, taskId = null }: { recordId?: string | null; taskId?: string | null },
): Promise<number> {
  return tx.execute(
    `insert into attachments (id, record_id, task_id, name, media_type, size, sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [file.id, recordId, taskId, file.name, file.mediaType, file.size, file.sha256, file.uploadedBy, file.at],
  )
}
