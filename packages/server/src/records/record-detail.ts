import type { RecordDetail } from '@canmou/contract'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { levelOf } from '../organization/levels.ts'
import { cutFields } from './confidential-fields.ts'
import { withFilled } from './filled-fields.ts'
import type { FormData } from './form-data.ts'
import { attachmentsIn, loadAttachments } from './record-attachments.ts'
import { loadLinks } from './record-links.ts'
import { summaryColumns, summaryJoins, summaryOf, type SummaryRow } from './record-summaries.ts'
import { canEdit, isInScopeColumn } from './register-rights.ts'

type DetailRow = SummaryRow & {
  createdAt: string
  isInScope: boolean
  draftRevision: number | null
  draftSavedAt: string | null
  shownTitle: string
  shownLevel: number
  draftData: FormData | null
  data: FormData
  filled: FormData
  attachmentIds: string[]
}

// One statement, so that all of it is of one moment. The policies give the draft to its author and to whoever holds the task
// that it is written in.
const detailStatement = `
  select ${summaryColumns}, ${isInScopeColumn}, r.created_at as "createdAt", d.revision as "draftRevision",
         d.saved_at as "draftSavedAt",
         coalesce(d.title, v.title, r.title) as "shownTitle", coalesce(d.level, v.level, r.level) as "shownLevel",
         d.data as "draftData", coalesce(v.data, '{}') as data, r.filled,
         coalesce(d.attachment_ids, v.attachment_ids, '{}') as "attachmentIds"
  from records r ${summaryJoins}
  left join record_drafts d on d.record_id = r.id
  left join record_versions v on v.record_id = r.id and v.version = r.version
  where r.id = $2`

/**
 * A record as the actor may see it (`tx` is on his behalf): his own draft, else the newest frozen version, without the
 * fields above his clearance; `undefined` where there is none for him.
 */
export async function loadRecordDetail(
  tx: Transaction,
  actor: Actor,
  catalogue: Catalogue,
  recordId: string,
): Promise<RecordDetail | undefined> {
  const [row, attachments, links] = await Promise.all([
    tx.first<DetailRow>(detailStatement, [actor.locale, recordId]),
    loadAttachments(tx, recordId),
    loadLinks(tx, actor, catalogue, recordId),
  ])
  if (!row) return undefined
  const kind = catalogue.kinds.get(row.kind)
  const isDraft = row.draftRevision !== null
  return {
    ...summaryOf(row, catalogue, actor.locale),
    title: row.shownTitle,
    level: levelOf(row.shownLevel),
    updatedAt: row.draftSavedAt ?? row.updatedAt,
    createdAt: row.createdAt,
    data: kind
      ? cutFields(kind.schema, row.draftData ?? withFilled(kind, row.data, row.filled), actor.clearance)
      : {},
    isDraft,
    draftRevision: row.draftRevision ?? 0,
    attachments: attachmentsIn(attachments, row.attachmentIds),
    links,
    can: { edit: isDraft || (kind !== undefined && canEdit(kind, row, actor)), attach: isDraft },
  }
}
