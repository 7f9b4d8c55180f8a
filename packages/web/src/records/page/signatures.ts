import type { Opinion, TimelineEntry } from '@canmou/contract'

/** Who decided what on one version of a record, from the process's own history. */
export function signaturesOf(
  entries: readonly TimelineEntry[],
  recordId: string,
  version: number,
): Opinion[] {
  return entries
    .flatMap((entry): Opinion[] => {
      const { type, taskId, person, timedOut, decision, recordVersion } = entry
      if (type !== 'taskCompleted' || !taskId || !(person || timedOut) || !decision || decision === 'submit')
        return []
      if (recordVersion !== version || (entry.recordId ?? recordId) !== recordId) return []
      return [
        {
          taskId,
          elementId: entry.elementId ?? '',
          taskName: entry.taskName ?? '',
          ...(person && { person }),
          ...(timedOut && { timedOut }),
          decision,
          decisionLabel: entry.decisionLabel ?? '',
          signedAt: entry.at,
          recordVersion,
          ...(entry.positionName !== undefined && { positionName: entry.positionName }),
          ...(entry.opinion !== undefined && { opinion: entry.opinion }),
        },
      ]
    })
    .toSorted((left, right) => left.signedAt.localeCompare(right.signedAt))
}
