import { sourcedFields, type FormData, type Sources } from '../records/form-data.ts'
import { loadReferences, type References } from '../records/references.ts'
import type { Writing } from './document-form.ts'

/** What a submission is decided from, read as the one who submits. */
export interface FormRow {
  draft:
    { data: FormData; title: string; level: number; attachmentIds: string[]; revision: number } | undefined
  /** The newest frozen version's data; `undefined` before the first. */
  newest: FormData | undefined
  /** The same as it was signed, without what the program has filled in since. */
  frozen: FormData | undefined
  newestTitle: string | undefined
  newestAttachmentIds: string[]
  references: References
  /** The latest opinion and decision of each step of the instance, by the names of `x-source`. */
  opinions: Sources
}

/** Reads it in one transaction; statements that do not need each other's rows travel together. */
export function loadTaskForm(
  { work, actor, live, record, kind }: Omit<Writing, 'rights'>,
  data: FormData | undefined,
  attachmentIds: string[] | undefined,
): Promise<FormRow> {
  return work.database.as(actor.id, async (tx) => {
    const [row, said] = await Promise.all([
      tx.first<StoredRow>(storedStatement, [record.id]),
      tx.query<{ elementId: string; decision: string; opinion: string | null }>(
        `select distinct on (element_id) element_id as "elementId", decision, opinion
         from tasks
         where instance_id = $1 and state = 'done'
           and ($2::uuid is null or record_id = $2
                or exists (select from task_documents d where d.task_id = tasks.id and d.record_id = $2))
         order by element_id, completed_at desc, id desc`,
        // In a countersign each sheet hears what was said about itself.
        [live.id, record.slot.includes('#') ? record.id : null],
      ),
    ])
    // Who submits is a person that the record points at, though nobody typed it (`x-source: "actor"`).
    const filledIn = sourcedFields(kind.schema, { actor: actor.username }, {})
    const whole = { ...row?.newest, ...row?.draft?.data, ...data, ...filledIn }
    const ids = attachmentIds ?? row?.draft?.attachmentIds ?? row?.newestAttachmentIds ?? []
    const references = await loadReferences(tx, kind, whole, ids, record.id)
    return {
      draft: row?.draft ?? undefined,
      newest: row?.newest ?? undefined,
      frozen: row?.frozen ?? undefined,
      newestTitle: row?.newestTitle ?? undefined,
      newestAttachmentIds: row?.newestAttachmentIds ?? [],
      references,
      opinions: Object.fromEntries(
        said.flatMap(({ elementId, decision, opinion }) => [
          [`opinion:${elementId}`, opinion],
          [`decision:${elementId}`, decision],
        ]),
      ),
    }
  })
}

interface StoredRow {
  draft: FormRow['draft'] | null
  newest: FormData | null
  frozen: FormData | null
  newestTitle: string | null
  newestAttachmentIds: string[] | null
}

const storedStatement = `
  select (select json_build_object('data', d.data, 'title', d.title, 'level', d.level, 'attachmentIds', d.attachment_ids,
                   'revision', d.revision)
          from record_drafts d
          where d.record_id = r.id) as draft,
         v.data || r.filled as newest, v.data as frozen, v.title as "newestTitle", v.attachment_ids as "newestAttachmentIds"
  from records r
  left join record_versions v on v.record_id = r.id and v.version = r.version
  where r.id = $1`
