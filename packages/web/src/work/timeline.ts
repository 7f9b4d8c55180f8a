import type { TimelineEntry } from '@canmou/contract'

/**
 * What a reader wants of an instance's log: who did what, oldest first, and last what waits now. A step that was put
 * before somebody is told only while it waits, and a submission is one line, not the step and the document each.
 */
export function readableTimeline(entries: TimelineEntry[]): TimelineEntry[] {
  const submitted = new Set(
    entries
      .filter(({ type, decision }) => type === 'taskCompleted' && decision === 'submit')
      .map(({ recordId, recordVersion }) => `${recordId} ${recordVersion}`),
  )
  const terminated = new Set(entries.filter(({ verb }) => verb === 'terminate').map(({ at }) => at))
  // Who has it instead is told by the verb.
  const moved = new Set(entries.filter(({ verb }) => verb && passing.has(verb)).map(({ at }) => at))
  const isMoved = ({ at }: TimelineEntry): boolean => moved.has(at)
  const isTold = (entry: TimelineEntry, index: number) => {
    // Whoever ended it has said so; the others of a round lost their tasks at once, and one line says it for all.
    if (entry.type === 'instanceCancelled') return !terminated.has(entry.at)
    if (entry.type === 'taskCancelled')
      return (
        !isMoved(entry) &&
        entries.findIndex((one) => one.type === entry.type && isAlike(one, entry)) === index
      )
    if (entry.type === 'taskCreated') return entry.waitsFor !== undefined
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

const passing: ReadonlySet<TimelineEntry['verb']> = new Set([
  'transfer',
  'delegate',
  'handOver',
  'removeSigner',
  'addSignerBefore',
])

const isAlike = (one: TimelineEntry, other: TimelineEntry): boolean =>
  one.at === other.at && one.elementId === other.elementId
