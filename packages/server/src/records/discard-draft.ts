import { recordAct } from '../audit/audit-log.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { ownDraft } from './own-draft.ts'
import { refuseOutsideRegisters } from './submit-entry.ts'

/**
 * Gives the actor's draft of a register's entry up. An entry that never was submitted is void with it: it is on no list any
 * more, and its uploads are swept. Fails with NOT_FOUND, DRAFT_MISSING, KIND_NOT_REGISTER or RECORD_IN_PROCESS.
 */
export function discardDraft(
  { database, catalogue, now }: Context,
  actor: Actor,
  recordId: string,
): Promise<void> {
  return database.as(actor.id, async (tx) => {
    const { record, kind } = await ownDraft(tx, catalogue, recordId)
    refuseOutsideRegisters(kind, record)
    await Promise.all([
      tx.execute('delete from record_drafts where record_id = $1', [recordId]),
      tx.execute(`update records set status = 'void', updated_at = $2 where id = $1 and version = 0`, [
        recordId,
        now(),
      ]),
      recordAct(tx, {
        personId: actor.id,
        action: 'draft.discarded',
        subjectType: 'record',
        subjectId: recordId,
      }),
    ])
  })
}
