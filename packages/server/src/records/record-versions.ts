import type { Attachment, RecordVersion } from '@canmou/contract'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { levelOf } from '../organization/levels.ts'
import { cutFields } from './confidential-fields.ts'
import type { FormData } from './form-data.ts'
import { attachmentsIn, loadAttachments } from './record-attachments.ts'

interface VersionRow {
  kind: string
  version: number
  title: string
  level: number
  data: FormData
  attachmentIds: string[]
  sha256: string
  submittedAt: string
  submitterId: string
  submitterUsername: string
  submitterName: string
}

const versionRows = `
  select r.kind, v.version, v.title, v.level, v.data, v.attachment_ids as "attachmentIds",
         encode(v.sha256, 'hex') as sha256, v.submitted_at as "submittedAt", p.id as "submitterId",
         p.username as "submitterUsername", p.name as "submitterName"
  from record_versions v
  join records r on r.id = v.record_id
  join people p on p.id = v.submitted_by`

/** A version as it was frozen, without the fields above the reader's clearance; `undefined` where he may not see it. */
export async function loadVersion(
  tx: Transaction,
  actor: Actor,
  catalogue: Catalogue,
  recordId: string,
  version: number,
): Promise<RecordVersion | undefined> {
  const [row, attachments] = await Promise.all([
    tx.first<VersionRow>(`${versionRows} where v.record_id = $1 and v.version = $2`, [recordId, version]),
    loadAttachments(tx, recordId),
  ])
  return row && versionOf(row, attachments, actor, catalogue)
}

/** Versions of a record below number `before`, newest first. */
export async function loadVersions(
  tx: Transaction,
  actor: Actor,
  catalogue: Catalogue,
  recordId: string,
  page: { before: number; most: number },
): Promise<RecordVersion[]> {
  const [rows, attachments] = await Promise.all([
    tx.query<VersionRow>(
      `${versionRows} where v.record_id = $1 and v.version < $2 order by v.version desc limit $3`,
      [recordId, page.before, page.most],
    ),
    loadAttachments(tx, recordId),
  ])
  return rows.map((row) => versionOf(row, attachments, actor, catalogue))
}

function versionOf(
  row: VersionRow,
  attachments: Map<string, Attachment>,
  actor: Actor,
  catalogue: Catalogue,
): RecordVersion {
  const kind = catalogue.kinds.get(row.kind)
  return {
    version: row.version,
    title: row.title,
    level: levelOf(row.level),
    data: kind ? cutFields(kind.schema, row.data, actor.clearance) : {},
    attachments: attachmentsIn(attachments, row.attachmentIds),
    sha256: row.sha256,
    submittedBy: { id: row.submitterId, username: row.submitterUsername, name: row.submitterName },
    submittedAt: row.submittedAt,
  }
}
