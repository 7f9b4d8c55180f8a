import type { RecordDetail, RecordVersion } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import { shownFields, type FieldRights } from './field-rights.ts'
import type { FormData } from './form-data.ts'
import { mentionedFiles, mentionedRecords } from './references.ts'

type Content = Pick<RecordVersion, 'data' | 'attachments'> & Partial<Pick<RecordDetail, 'links'>>

/** Takes out of a record, or a version of it, what a step does not show. */
export type Conceal = <Shown extends Content>(content: Shown) => Shown

/** For a record as a step shows it: fields, and the files and links that stand only in fields which it does not show. */
export async function concealing(
  tx: Transaction,
  kind: RecordKind | undefined,
  rights: FieldRights | undefined,
  recordId: string,
): Promise<Conceal> {
  if (!kind || !rights) return (content) => content
  const ids = await hiddenMentions(tx, kind, rights, recordId)
  return (content) => ({
    ...content,
    data: shownFields(rights, content.data),
    attachments: content.attachments.filter(({ id }) => !ids.has(id)),
    ...(content.links && {
      links: content.links.filter(({ direction, record }) => direction === 'from' || !ids.has(record.id)),
    }),
  })
}

/**
 * Ids of records and files that stand only in fields which are not shown, in whichever version: a link of an earlier one
 * stays.
 */
export async function hiddenMentions(
  tx: Transaction,
  kind: RecordKind,
  rights: FieldRights,
  recordId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ data: FormData }>(
    `select data from record_versions where record_id = $1
     union all
     select data from record_drafts where record_id = $1
     union all
     select filled from records where id = $1`,
    [recordId],
  )
  const named = (data: FormData): string[] => [...mentionedRecords(kind, data), ...mentionedFiles(kind, data)]
  const all = rows.flatMap(({ data }) => named(data))
  const shown = new Set(rows.flatMap(({ data }) => named(shownFields(rights, data))))
  return new Set(all.filter((id) => !shown.has(id)))
}
