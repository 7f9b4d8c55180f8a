import type { CreateTask, Effect, Element } from '@canmou/engine'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'

const dayMs = 86_400_000

/**
 * When a step is due: its limit in working time, or what `zeebe:taskSchedule` says; there a day means the end of work on it,
 * and a day without work the last workday before (domain.md §8 A6).
 */
export function dueOf(
  calendar: WorkingCalendar,
  { limit, dueDate }: Pick<CreateTask, 'limit' | 'dueDate'>,
): string | undefined {
  if (limit) return calendar.moment(limit.working).toISOString()
  if (dueDate === undefined) return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(dueDate)
  const due = isDay ? calendar.endOfWorkOn(dueDate) : calendar.limitBefore(new Date(dueDate))
  return due.toISOString()
}

/**
 * When a timer fires. The clock of a step's limit counts in working time. One on the border of a person's step whose length is whole days counts working days (domain.md §10:
 * reminder after 2 working days); all others mean what the clock says.
 */
export function timerDue(
  calendar: WorkingCalendar,
  element: Element | undefined,
  at: string,
  { due, working, since = at }: Extract<Effect, { type: 'scheduleTimer' }>,
): string {
  if (working) return calendar.moment(working).toISOString()
  const from = new Date(since)
  const length = new Date(due).getTime() - from.getTime()
  const isForAPerson = element?.attachedTo?.type === 'userTask' || element?.attachedTo?.type === 'manualTask'
  const isLength = element?.event?.kind === 'timer' && element.event.timer.type !== 'date'
  const isDays = length > 0 && length % dayMs === 0
  if (!isForAPerson || !isLength || !isDays) return new Date(due).toISOString()
  return calendar.addWorkdays(from, length / dayMs).toISOString()
}
