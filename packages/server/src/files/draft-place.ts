import type { Context } from '../http/context.ts'
import { ownDraft } from '../records/own-draft.ts'
import { insertAttachment, type AttachmentPlace } from './attachment-place.ts'

/** Files of the draft that the actor writes. Fails with NOT_FOUND or DRAFT_MISSING. */
export const draftPlace = ({ database, catalogue }: Context): AttachmentPlace => ({
  refuse: (actor, recordId) => database.as(actor.id, (tx) => ownDraft(tx, catalogue, recordId)),
  /** The file is on the draft's list at once, so that it is not lost where the page goes before it saves the draft. */
  async add(tx, recordId, file) {
    await ownDraft(tx, catalogue, recordId)
    await Promise.all([
      insertAttachment(tx, file, { recordId }),
      tx.execute(
        'update record_drafts set attachment_ids = attachment_ids || $2::uuid where record_id = $1',
        [recordId, file.id],
      ),
    ])
  },
})
