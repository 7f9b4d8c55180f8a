import type { TaskState } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Work } from './work.ts'

/** Why a task that is not open cannot be done: somebody did it, or it was cancelled. NOT_FOUND where it is not to be seen. */
export async function closedTaskFailure({ database }: Work, actor: Actor, taskId: string): Promise<Failure> {
  const [row] = await database.query<{ state: TaskState; person: string | null }>(
    actor.id,
    `select t.state, p.name as person
     from tasks t
     left join people p on p.id = t.completed_by
     where t.id = $1`,
    [taskId],
  )
  if (!row) return new Failure('NOT_FOUND')
  return row.state === 'done'
    ? new Failure('TASK_DONE', { person: row.person ?? '' })
    : new Failure('TASK_CANCELLED')
}
