import type { Attachment, SignatureNote, TimelineEntry } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import { attachmentOf, attachmentRows, type AttachmentRow } from '../records/record-attachments.ts'

/** What came with a decision, and whether it counts still. */
export type Given = Pick<TimelineEntry, 'attachments' | 'signature' | 'takenBackAt'>

interface GivenRow {
  taskId: string
  takenBackAt: string | null
  method: SignatureNote['method'] | null
  signed: SignatureNote['documents']
}

// By itself, so that the index is asked for it: what stands beside a column under row-level security must be a value to the
// planner, or the policy is asked of every row first.
const instanceAsked = '(select coalesce($1, (select instance_id from tasks where id = $2)))'

/** What came with the decisions of an instance (of the one that a task is of), by the task, as far as the reader may see it. */
export async function loadGiven(
  tx: Transaction,
  { instanceId = null, taskId = null }: { instanceId?: string | null; taskId?: string | null },
): Promise<Map<string, Given>> {
  const [rows, files] = await Promise.all([
    tx.query<GivenRow>(
      `select t.id as "taskId", t.taken_back_at as "takenBackAt", s.method,
              (select coalesce(json_agg(json_build_object('recordId', v.record_id, 'number', v.record_number,
                        'version', v.record_version, 'sha256', encode(v.record_sha256, 'hex')) order by v.record_id), '[]')
               from signed_versions v
               where v.task_id = s.task_id) as signed
       from tasks t
       left join signatures s on s.task_id = t.id
       where t.instance_id = ${instanceAsked} and t.state = 'done'`,
      [instanceId, taskId],
    ),
    tx.query<AttachmentRow>(
      `${attachmentRows}
       where a.frozen_at is not null
         and a.task_id in (
           select id from tasks
           where instance_id = ${instanceAsked})
       order by a.uploaded_at, a.id`,
      [instanceId, taskId],
    ),
  ])
  return new Map(rows.map((row) => [row.taskId, givenOf(row, files)]))
}

function givenOf({ taskId, takenBackAt, method, signed }: GivenRow, files: AttachmentRow[]): Given {
  const attachments = files
    .filter((file) => file.taskId === taskId)
    .map((file): Attachment => attachmentOf(file))
  return {
    ...(attachments.length > 0 && { attachments }),
    ...(method && { signature: { method, documents: signed } }),
    ...(takenBackAt !== null && { takenBackAt }),
  }
}
