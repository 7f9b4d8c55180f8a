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
  const terminated = new Set(entries.filter(({ verb }) => verb === 'terminate').map(({ at }) => at))
  const isTold = (entry: TimelineEntry, index: number) => {
    // Whoever ended it has said so; the others of a round lost their tasks at once, and one line says it for all.
    if (entry.type === 'instanceCancelled') return !terminated.has(entry.at)
    if (entry.type === 'taskCancelled')
      return entries.findIndex((one) => one.type === entry.type && isAlike(one, entry)) === index
    if (entry.type === 'taskCreated') return !ended.has(entry.taskId)
    if (entry.type === 'recordSubmitted') return !submitted.has(`${entry.recordId} ${entry.recordVersion}`)
    return true
  }
  return entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry, index }) => isTold(entry, index))
    .sort(
      (a, b) =>
        Number(a.entry.type === 'taskCreated') - Number(b.entry.type === 'taskCreated') ||
        (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.index - b.index),
    )
    .map(({ entry }) => entry)
}

const isAlike = (one: TimelineEntry, other: TimelineEntry): boolean =>
  one.at === other.at && one.elementId === other.elementId
