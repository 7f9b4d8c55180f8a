import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { rankOf } from '../organization/levels.ts'
import { closedTaskFailure } from './closed-task.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import type { World } from './run-command.ts'
import { holdingOf, whereOf, type Holding } from './standing-in.ts'
import type { Work } from './work.ts'

/** The instance that a task belongs to. Fails with NOT_FOUND. */
export async function instanceOfTask({ instances, database }: Work, taskId: string): Promise<string> {
  const known = instances.instanceOfTask(taskId)
  if (known !== undefined) return known
  const row = await database.asSystem((tx) =>
    tx.first<{ id: string }>('select instance_id as id from tasks where id = $1', [taskId]),
  )
  if (!row) throw new Failure('NOT_FOUND')
  return row.id
}

/**
 * The open task with how the actor holds it. Fails with NOT_FOUND, TASK_NOT_YOURS, TASK_DONE or TASK_CANCELLED.
 */
export async function refuseStranger(
  work: Work,
  { directory }: World,
  live: LiveInstance,
  taskId: string,
  actor: Actor,
): Promise<{ task: LiveTask; holding: Holding }> {
  if (live.level > rankOf(actor.clearance)) throw new Failure('NOT_FOUND')
  const task = live.tasks.find(({ id }) => id === taskId)
  if (!task) throw await closedTaskFailure(work, actor, taskId)
  const holding = holdingOf(directory, whereOf(live), task.candidates, actor.id, work.now())
  if (holding) return { task, holding }
  const isKnown = live.participants.includes(actor.id) || live.starterId === actor.id
  throw new Failure(isKnown ? 'TASK_NOT_YOURS' : 'NOT_FOUND')
}
