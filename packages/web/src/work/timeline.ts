import type { TimelineEntry } from '@canmou/contract'

/**
 * What a reader wants of an instance's log: who did what, oldest first, and last what waits now. A step that was put
 * before somebody is told only while it waits, and a submission is one line, not the step and the document each.
 */
export function readableTimeline(entries: TimelineEntry[]): TimelineEntry[] {
  const ended = new Set(
    entries
      .filter(({ type }) => type === 'taskCompleted' || type === 'taskCancelled')
      .map(({ taskId }) => taskId),
  )
  const submitted = new Set(
    entries
      .filter(({ type, decision }) => type === 'taskCompleted' && decision === 'submit')
      .map(({ recordId, recordVersion }) => `${recordId} ${recordVersion}`),
  )
  const isTold = (entry: TimelineEntry) => {
    if (entry.type === 'taskCreated') return !ended.has(entry.taskId)
    if (entry.type === 'recordSubmitted') return !submitted.has(`${entry.recordId} ${entry.recordVersion}`)
    return true
  }
  return entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry }) => isTold(entry))
    .sort(
      (a, b) =>
        Number(a.entry.type === 'taskCreated') - Number(b.entry.type === 'taskCreated') ||
        (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.index - b.index),
    )
    .map(({ entry }) => entry)
}
