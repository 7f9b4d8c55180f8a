import type { Attachment } from '@canmou/contract'
import { insertAttachment, type AttachmentPlace } from '../files/attachment-place.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { attachmentOf, attachmentRows, type AttachmentRow } from '../records/record-attachments.ts'
import { closedTaskFailure } from './closed-task.ts'
import { rulesAt, writesDocument } from './task-rules.ts'
import type { Work } from './work.ts'

/**
 * 意见附件: files are uploaded to the task while it is open and go with the decision. Whoever does not hold the task, himself or
 * as a substitute, is told NOT_FOUND, TASK_NOT_YOURS, TASK_DONE or TASK_CANCELLED; ATTACHMENT_IN_DOCUMENT where the step writes
 * a document, which has attachments of its own.
 */
export const opinionPlace = (work: Work): AttachmentPlace => ({
  async refuse(actor, taskId) {
    const [task] = await work.database.query<HeldTask>(actor.id, heldStatement, [taskId])
    if (!task || task.state !== 'open') throw await closedTaskFailure(work, actor, taskId)
    if (!task.isMine) throw new Failure('TASK_NOT_YOURS')
    const rules = rulesAt(await work.definitions.get(task.versionId), task.elementId)
    if (writesDocument(rules, work.catalogue)) throw new Failure('ATTACHMENT_IN_DOCUMENT')
  },
  // Where the task is closed meanwhile, the file is a leaving that the sweep removes.
  add: (tx, taskId, file) => insertAttachment(tx, file, { taskId }),
})

interface HeldTask {
  state: string
  elementId: string
  versionId: string
  isMine: boolean
}

const heldStatement = `
  select t.state, t.element_id as "elementId", i.process_version_id as "versionId",
         exists (select from tasks_before_me() m where m.task_id = t.id) as "isMine"
  from tasks t
  join instances i on i.id = t.instance_id
  where t.id = $1`

/** The actor's own uploads to a task that has not been decided yet, the oldest first. */
export async function waitingFiles({ database }: Work, actor: Actor, taskId: string): Promise<Attachment[]> {
  const rows = await database.query<AttachmentRow>(
    actor.id,
    `${attachmentRows}
     where a.task_id = $1 and a.uploaded_by = $2 and a.frozen_at is null
     order by a.uploaded_at, a.id`,
    [taskId, actor.id],
  )
  return rows.map(attachmentOf)
}

/** The uploads that a request sends with the opinion, each once. Fails with ATTACHMENT_GONE where one is not waiting. */
export async function chosenFiles(
  work: Work,
  actor: Actor,
  taskId: string,
  ids: readonly string[] = [],
): Promise<string[]> {
  const chosen = [...new Set(ids)]
  if (chosen.length === 0) return chosen
  const waiting = new Set((await waitingFiles(work, actor, taskId)).map(({ id }) => id))
  if (!chosen.every((id) => waiting.has(id))) throw new Failure('ATTACHMENT_GONE')
  return chosen
}
