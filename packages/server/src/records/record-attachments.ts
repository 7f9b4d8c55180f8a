import type { Attachment } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'

export interface AttachmentRow {
  id: string
  /** Of the task with whose opinion it is given. */
  taskId: string | null
  name: string
  mediaType: string
  size: number
  sha256: string
  uploadedAt: string
  uploaderId: string
  uploaderUsername: string
  uploaderName: string
}

/** Everything attached to a record that the reader may see, by id: what was submitted, and his own uploads. */
export async function loadAttachments(tx: Transaction, recordId: string): Promise<Map<string, Attachment>> {
  const rows = await tx.query<AttachmentRow>(`${attachmentRows} where a.record_id = $1`, [recordId])
  return new Map(rows.map((row) => [row.id, attachmentOf(row)]))
}

/** Those of `ids` that are there, in their order. */
export const attachmentsIn = (all: Map<string, Attachment>, ids: string[]): Attachment[] =>
  ids.flatMap((id) => all.get(id) ?? [])

/** Of the table `attachments a`, as `AttachmentRow`. */
export const attachmentRows = `
  select a.id, a.task_id as "taskId", a.name, a.media_type as "mediaType", a.size, encode(a.sha256, 'hex') as sha256,
         a.uploaded_at as "uploadedAt", p.id as "uploaderId", p.username as "uploaderUsername",
         p.name as "uploaderName"
  from attachments a
  join people p on p.id = a.uploaded_by`

export const attachmentOf = (row: AttachmentRow): Attachment => ({
  id: row.id,
  name: row.name,
  mediaType: row.mediaType,
  size: row.size,
  sha256: row.sha256,
  uploadedBy: { id: row.uploaderId, username: row.uploaderUsername, name: row.uploaderName },
  uploadedAt: row.uploadedAt,
})
