import type { BoxItem, TaskSummary } from '@canmou/contract'

/** Whether an open task's time limit is past. */
export function isOverdue(task: Pick<TaskSummary, 'state' | 'dueAt'>, now: Date): boolean {
  return task.state === 'open' && task.dueAt !== undefined && new Date(task.dueAt) < now
}

/** The order of the workbench (features.md §3.1: overdue first): the longest overdue, then what arrived first. */
export function byUrgency(items: BoxItem[], now: Date): BoxItem[] {
  const rank = ({ task }: BoxItem): [number, string] => {
    if (!task) return [2, '']
    return isOverdue(task, now) ? [0, task.dueAt ?? ''] : [1, task.createdAt]
  }
  return items.toSorted((a, b) => {
    const [rankA, timeA] = rank(a)
    const [rankB, timeB] = rank(b)
    return rankA - rankB || (timeA < timeB ? -1 : timeA > timeB ? 1 : 0)
  })
}
