import type { InstanceSummary, Locale, OpenTasks, TaskSummary } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Described } from '../processes/definitions.ts'
import type { Directory } from '../work/directory.ts'
import { instanceColumns, presentInstanceRow, type InstanceRow } from '../work/instance-row.ts'
import { presentTaskRow, taskColumns, type TaskRow } from '../work/task-row.ts'
import type { Work } from '../work/work.ts'
import { localDay } from './local-day.ts'
import { mayChange } from './overview.ts'

type Row = TaskRow & { instance: InstanceRow }
const most = 50

/**
 * The open tasks that are put before this person alone, the oldest first: what would be left lying. To the 流程管理员 it
 * says how many more there are that the asker may not see.
 */
export function openTasksOfPerson(work: Work, actor: Actor, personId: string): Promise<OpenTasks> {
  return tasksOnlyWith(work, actor, { personId })
}

/** The same for everybody who holds the position today, of its own tasks alone. */
export function openTasksOfPosition(work: Work, actor: Actor, positionId: string): Promise<OpenTasks> {
  return tasksOnlyWith(work, actor, { positionId })
}

async function tasksOnlyWith(
  work: Work,
  actor: Actor,
  { personId, positionId }: { personId?: string; positionId?: string },
): Promise<OpenTasks> {
  const directory = await work.directory.current()
  const asked = [personId ?? null, positionId ?? null, localDay(work.now())]
  const [rows, total] = await work.database.as(actor.id, (tx) =>
    Promise.all([tx.query<Row>(taskStatement, asked), mayChange(actor) ? count(tx, asked) : undefined]),
  )
  const items = await Promise.all(
    rows.map(async ({ instance, ...task }) =>
      present(
        { instance, task },
        await work.definitions.described(instance.versionId),
        directory,
        actor.locale,
      ),
    ),
  )
  return { items, hidden: Math.max(0, (total ?? items.length) - items.length) }
}

async function count(tx: Transaction, asked: unknown[]): Promise<number> {
  const row = await tx.first<{ count: number }>(
    `${concerned} select count_tasks_only_with(array(select id from concerned), $2) as count`,
    asked,
  )
  return row?.count ?? 0
}

function present(
  { instance, task }: { instance: InstanceRow; task: TaskRow },
  definition: Described,
  directory: Directory,
  locale: Locale,
): { instance: InstanceSummary; task: TaskSummary } {
  return {
    instance: presentInstanceRow(
      { ...instance, startedAt: asInstant(instance.startedAt) },
      definition,
      directory,
      locale,
    ),
    task: presentTaskRow(task, definition, directory, locale),
  }
}

/** PostgreSQL writes times inside JSON with its own offset. */
const asInstant = (text: string): string => new Date(text).toISOString()

const concerned = `
  with concerned as (
    select $1::uuid as id where $1 is not null
    union
    select a.person_id
    from position_assignments a
    where a.position_id = $2 and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to >= $3::date)
  )`

// The small table of open tasks is asked, by the people concerned; never all tasks of a position.
const taskStatement = `${concerned}
  select ${taskColumns}, to_json(i) as instance
  from concerned o
  join task_candidates c on c.person_id = o.id
  join tasks t on t.id = c.task_id
  join lateral (select ${instanceColumns} from instances i where i.id = c.instance_id) i on true
  where ($2::text is null or t.position_id = $2)
    and not exists (select from task_candidates other where other.task_id = c.task_id and other.person_id <> c.person_id)
  order by t.id
  limit ${most}`
