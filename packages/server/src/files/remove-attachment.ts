import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'

/** Removes the actor's own upload, unless a submission froze it. Fails with NOT_FOUND or ATTACHMENT_FROZEN. */
export async function removeAttachment(
  { database, files }: Context,
  actor: Actor,
  id: string,
): Promise<void> {
  await database.as(actor.id, async (tx) => {
    const attachment = await tx.first<{ recordId: string; isFrozen: boolean }>(
      `select record_id as "recordId", frozen_at is not null as "isFrozen" from attachments where id = $1 for update`,
      [id],
    )
    if (!attachment) throw new Failure('NOT_FOUND')
    if (attachment.isFrozen) throw new Failure('ATTACHMENT_FROZEN')
    await Promise.all([
      tx.execute(
        'update record_drafts set attachment_ids = array_remove(attachment_ids, $2) where record_id = $1',
        [attachment.recordId, id],
      ),
      tx.execute('delete from attachments where id = $1 and frozen_at is null', [id]),
    ])
  })
  await files.remove(id)
}
