import { armedTimers } from '@canmou/engine'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Transaction } from '../db/database.ts'
import { takeJob, type Job } from '../jobs/job-queue.ts'
import { startOfDay } from '../organization/local-day.ts'
import { changeInstance } from './change-instance.ts'
import type { LiveInstance } from './live-instance.ts'
import type { StepDraft } from './step-draft.ts'
import { dueOf, timerDue } from './time-limits.ts'
import type { Work } from './work.ts'

/** A date that falls on a day without work is moved back to the last workday: no holiday is longer. */
const longestBreak = '31 days'

/**
 * A day of the calendar was changed: puts every running instance in line whose clocks or due dates may lie behind it. An
 * instance that is in line already is looked at again, for it may have been begun by the calendar of before.
 */
export async function calendarChanged(work: Work, job: Job): Promise<void> {
  const from = startOfDay(String(job.payload['day'])).toISOString()
  await work.database.asSystem(async (tx) => {
    await takeJob(tx, job)
    await lineUp(tx, from, work.now())
  })
  work.wakeJobs()
}

const lineUp = (tx: Transaction, from: string, now: Date): Promise<number> =>
  tx.execute(
    `insert into jobs (kind, key, payload, run_at)
     select 'rearm', 'rearm:' || i.id, jsonb_build_object('instanceId', i.id), $2
     from instances i
     where i.status = 'running'
       and (exists (select from jsonb_each_text(i.timers) t where t.value >= $1)
            or exists (select from tasks t
                       where t.instance_id = i.id and t.state = 'open'
                         and t.due_at >= $1::timestamptz - interval '${longestBreak}'))
     on conflict on constraint jobs_key_unique do update
       set run_at = excluded.run_at, attempts = 0, locked_until = null`,
    [from, now],
  )

/** Works the clocks and due dates of an instance out anew; where none moves nothing is written. */
export async function rearm(work: Work, job: Job): Promise<void> {
  const instanceId = String(job.payload['instanceId'])
  // As it is now: what is not moved here is not looked at again.
  work.instances.forget(instanceId)
  const [live, directory] = await Promise.all([work.instances.get(instanceId), work.directory.reload()])
  const calendar = await work.calendar.at(directory.version)
  if (!live || !movesIn(live, calendar, work.now())) return
  await changeInstance(work, {
    instanceId,
    actorId: null,
    job,
    prepare: (_, world) => ({
      decide(draft) {
        const moves = movesIn(draft.next, world.calendar, draft.now)
        if (moves) move(draft, moves)
      },
    }),
  })
}

interface Moves {
  timers: Record<string, string>
  /** By task. */
  dues: Map<string, string>
}

/** What rings, or is due, at another time than before. What is due already is not put off any more. */
function movesIn(live: LiveInstance, calendar: WorkingCalendar, now: Date): Moves | undefined {
  const { state, status, timers: before, tasks, definition } = live
  if (!state || status !== 'running') return undefined
  const at = now.toISOString()
  const timers: Record<string, string> = {}
  const dues = new Map<string, string>()
  for (const { timerId, elementId, since, due, working, limitOf } of armedTimers(definition.process, state)) {
    const was = before[timerId]
    if (was === undefined || was <= at) continue
    const element = definition.process.elements.get(elementId)
    const next = timerDue(calendar, element, since, {
      type: 'scheduleTimer',
      timerId,
      elementId,
      due,
      ...(working && { working }),
    })
    if (next === was) continue
    timers[timerId] = next
    const task = tasks.find(({ engineTaskId }) => engineTaskId === limitOf)
    if (task) dues.set(task.id, next)
  }
  for (const { id, dueDate, dueAt } of tasks) {
    const next = dueDate === undefined ? undefined : dueOf(calendar, { dueDate })
    if (next !== undefined && next !== dueAt && dueAt !== undefined && dueAt > at) dues.set(id, next)
  }
  return Object.keys(timers).length + dues.size > 0 ? { timers, dues } : undefined
}

function move(draft: StepDraft, { timers, dues }: Moves): void {
  Object.assign(draft.next.timers, timers)
  draft.next.tasks = draft.next.tasks.map((task) => {
    const dueAt = dues.get(task.id)
    return dueAt === undefined ? task : { ...task, dueAt }
  })
  for (const { id, elementId, dueAt } of draft.next.tasks)
    if (dues.has(id) && dueAt !== undefined)
      draft.entries.push({ type: 'dueMoved', taskId: id, elementId, dueAt })
}
