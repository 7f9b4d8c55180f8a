import type { TaskState } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { rankOf } from '../organization/levels.ts'
import { holdingOf } from './standing-in.ts'
import type { Work } from './work.ts'

interface ClosedRow {
  state: TaskState
  completedBy: string | null
  person: string | null
}

const closedColumns = `t.state, t.completed_by as "completedBy", p.name as person`

/** Why a task that is not open cannot be done: somebody did it, its time was over, or it was cancelled. NOT_FOUND where it is not to be seen. */
export async function closedTaskFailure(work: Work, actor: Actor, taskId: string): Promise<Failure> {
  const [seen] = await work.database.query<ClosedRow>(
    actor.id,
    `select ${closedColumns} from tasks t left join people p on p.id = t.completed_by where t.id = $1`,
    [taskId],
  )
  const row = seen ?? (await doneByPrincipal(work, actor, taskId))
  if (!row) return new Failure('NOT_FOUND')
  if (row.state !== 'done') return new Failure('TASK_CANCELLED')
  if (row.completedBy === null) return new Failure('TASK_TIMED_OUT')
  return new Failure('TASK_DONE', { person: row.person ?? '' })
}

/** A substitute who was slower than the one in whose place he acts had the task before him a moment ago, and is told so. */
async function doneByPrincipal(work: Work, actor: Actor, taskId: string): Promise<ClosedRow | undefined> {
  const row = await work.database.asSystem((tx) =>
    tx.first<ClosedRow & { processId: string; starterId: string; level: number }>(
      `select ${closedColumns}, i.process_id as "processId", i.starter_id as "starterId", i.level
       from tasks t
       join instances i on i.id = t.instance_id
       left join people p on p.id = t.completed_by
       where t.id = $1`,
      [taskId],
    ),
  )
  if (!row || row.completedBy === null || row.level > rankOf(actor.clearance)) return undefined
  const directory = await work.directory.current()
  return holdingOf(directory, row, [row.completedBy], actor.id, work.now()) && row
}
