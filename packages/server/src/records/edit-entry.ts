import type { RecordDetail } from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { visibleRecord } from './own-draft.ts'
import { shownDetail } from './record-pages.ts'
import { canEdit } from './register-rights.ts'
import { refuseOutsideRegisters } from './submit-entry.ts'

/** After this long without a save, a draft of an entry does not keep a colleague from editing it. */
const staleAfterHours = 4

/**
 * Opens a draft of a register's entry, beginning with its newest version; one's own open draft is gone on with. One person
 * edits at a time. Fails with NOT_FOUND, KIND_NOT_REGISTER, RECORD_IN_PROCESS, FORBIDDEN or RECORD_BEING_EDITED.
 */
export function editEntry(context: Context, actor: Actor, recordId: string): Promise<RecordDetail> {
  const { database, catalogue } = context
  return database.as(actor.id, async (tx) => {
    const { record, kind } = await visibleRecord(tx, catalogue, recordId)
    refuseOutsideRegisters(kind, record)
    if (!canEdit(kind, record, actor)) throw new Failure('FORBIDDEN')
    const former = await openDraft(tx, actor, recordId, context.now())
    if (former !== undefined) {
      await recordAct(tx, {
        personId: actor.id,
        action: 'draft.replaced',
        subjectType: 'record',
        subjectId: recordId,
        data: { former },
      })
    }
    return shownDetail(tx, actor, catalogue, recordId)
  })
}

interface OpenDraft {
  authorId: string
  authorName: string
  isStale: boolean
}

/** Gives the id of the colleague whose forgotten draft was replaced, if there was one. */
async function openDraft(
  tx: Transaction,
  actor: Actor,
  recordId: string,
  at: Date,
): Promise<string | undefined> {
  // Others' drafts are hidden by their policy; whose it is has to be known here, and for these statements alone.
  await tx.query('select act_as_system()')
  const open = await lockDraft(tx, recordId, at)
  const isOthers = open !== undefined && open.authorId !== actor.id
  if (isOthers && !open.isStale) throw beingEdited(open)
  if (isOthers) await tx.execute('delete from record_drafts where record_id = $1', [recordId])
  if (!open || isOthers) await beginDraft(tx, actor, recordId, at)
  await tx.query('select act_as($1)', [actor.id])
  return isOthers ? open.authorId : undefined
}

const beingEdited = ({ authorName }: OpenDraft): Failure =>
  new Failure('RECORD_BEING_EDITED', { person: authorName })

/** Waits for a submission or a save that is under way. */
function lockDraft(tx: Transaction, recordId: string, at: Date): Promise<OpenDraft | undefined> {
  return tx.first<OpenDraft>(
    `select d.author_id as "authorId", p.name as "authorName",
            d.saved_at < $2::timestamptz - make_interval(hours => $3) as "isStale"
     from record_drafts d
     join people p on p.id = d.author_id
     where d.record_id = $1
     for update of d`,
    [recordId, at, staleAfterHours],
  )
}

async function beginDraft(tx: Transaction, actor: Actor, recordId: string, at: Date): Promise<void> {
  const begun = await tx.execute(
    `insert into record_drafts (record_id, author_id, title, level, data, attachment_ids, saved_at)
     select v.record_id, $2, v.title, v.level, v.data || r.filled, v.attachment_ids, $3
     from record_versions v join records r on r.id = v.record_id
     where v.record_id = $1
     order by v.version desc
     limit 1
     on conflict (record_id) do nothing`,
    [recordId, actor.id, at],
  )
  if (begun > 0) return
  // Somebody opened one in the same instant; the same person, perhaps, by a second click.
  const open = await lockDraft(tx, recordId, at)
  if (!open) throw new Failure('NOT_FOUND')
  if (open.authorId !== actor.id) throw beingEdited(open)
}
