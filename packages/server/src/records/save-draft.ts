import type { DraftSave } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { levelOf, rankOf } from '../organization/levels.ts'
import { cutFields } from './confidential-fields.ts'
import { hiddenMentions } from './conceal.ts'
import { canonicalJson } from './content-hash.ts'
import { prepareDraft, type DraftContent } from './draft-content.ts'
import { shownFields, withLockedFields, type FieldRights } from './field-rights.ts'
import type { FormData } from './form-data.ts'
import { ownDraft, type DraftRow, type RecordRow } from './own-draft.ts'
import { loadReferences } from './references.ts'
import { searchTermsOf } from './search-terms.ts'
import { writeSearchTerms } from './write-search-terms.ts'

export interface SavedDraft {
  revision: number
  savedAt: string
  data: FormData
  title: string
}

/**
 * Saves the actor's own draft over the revision that he edited, as far as the step in which it is written lets him
 * (`rights`). Fails with NOT_FOUND, DRAFT_MISSING, DRAFT_OUTDATED (a colleague, or the same person elsewhere, saved
 * meanwhile), FIELDS_LOCKED, RECORD_INVALID, CLEARANCE_TOO_LOW or LEVEL_LOWERED. A save whose answer was lost may be
 * repeated: the same content is not saved twice.
 */
export function saveDraft(
  context: Context,
  actor: Actor,
  recordId: string,
  save: DraftSave,
  rights: FieldRights | undefined,
): Promise<SavedDraft> {
  const { database, catalogue } = context
  return database.as(actor.id, async (tx) => {
    const { record, kind, draft } = await ownDraft(tx, catalogue, recordId)
    const isRepeated = save.revision === draft.revision - 1
    if (save.revision !== draft.revision && !isRepeated) throw new Failure('DRAFT_OUTDATED')
    const data = withLockedFields(kind, rights, save.data, draft.data, actor.clearance)
    const attachmentIds = await listedFiles(tx, kind, rights, recordId, draft, save.attachmentIds)
    const references = await loadReferences(tx, kind, data, attachmentIds, recordId)
    const content = prepareDraft({
      kind,
      data,
      title: save.title,
      level: save.level ?? levelOf(draft.level),
      formerLevel: record.version > 0 ? levelOf(record.level) : undefined,
      attachmentIds,
      stored: draft.data,
      references,
      rights,
      author: actor,
    })
    const presented = ({ revision, savedAt }: Pick<DraftRow, 'revision' | 'savedAt'>): SavedDraft => ({
      revision,
      savedAt,
      title: content.title,
      data: cutFields(kind.schema, shownFields(rights, content.data), actor.clearance),
    })
    if (isRepeated) {
      if (!isSame(content, draft)) throw new Failure('DRAFT_OUTDATED')
      return presented(draft)
    }
    const [saved] = await Promise.all([
      writeDraft(tx, recordId, content, context.now()),
      record.version === 0 ? writeUnsubmitted(tx, record, kind, content, context.now()) : undefined,
    ])
    return presented(saved)
  })
}

const isSame = (content: DraftContent, draft: DraftRow): boolean =>
  canonicalJson({ ...content }) ===
  canonicalJson({
    title: draft.title,
    level: levelOf(draft.level),
    data: draft.data,
    attachmentIds: draft.attachmentIds,
  })

/** The draft's files: those that were sent, and those that its writer is not shown. */
async function listedFiles(
  tx: Transaction,
  kind: RecordKind,
  rights: FieldRights | undefined,
  recordId: string,
  { attachmentIds }: DraftRow,
  sent: string[] | undefined,
): Promise<string[]> {
  if (!sent || !rights) return sent ?? attachmentIds
  const hidden = await hiddenMentions(tx, kind, rights, recordId)
  return [...new Set([...sent, ...attachmentIds.filter((id) => hidden.has(id))])]
}

async function writeDraft(
  tx: Transaction,
  recordId: string,
  content: DraftContent,
  at: Date,
): Promise<Pick<DraftRow, 'revision' | 'savedAt'>> {
  const saved = await tx.first<Pick<DraftRow, 'revision' | 'savedAt'>>(
    `update record_drafts
     set title = $2, level = $3, data = $4, attachment_ids = $5, revision = revision + 1, saved_at = $6
     where record_id = $1
     returning revision, saved_at as "savedAt"`,
    [recordId, content.title, rankOf(content.level), JSON.stringify(content.data), content.attachmentIds, at],
  )
  if (!saved) throw new Failure('DRAFT_MISSING')
  return saved
}

/** Until the first submission nobody but the author sees the record, and he finds it by what he is writing. */
async function writeUnsubmitted(
  tx: Transaction,
  record: RecordRow,
  kind: RecordKind,
  content: DraftContent,
  at: Date,
): Promise<void> {
  await Promise.all([
    tx.execute('update records set title = $2, level = $3, updated_at = $4 where id = $1 and version = 0', [
      record.id,
      content.title,
      rankOf(content.level),
      at,
    ]),
    writeSearchTerms(tx, record.id, searchTermsOf(kind, content)),
  ])
}
