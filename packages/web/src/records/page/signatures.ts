import type { Opinion, TimelineEntry } from '@canmou/contract'

/** Who decided what on one version of a record, from the process's own history. */
export function signaturesOf(
  entries: readonly TimelineEntry[],
  recordId: string,
  version: number,
): Opinion[] {
  return entries
    .flatMap((entry): Opinion[] => {
      const { taskId, person, timedOut, recordVersion } = entry
      const decision = decisionOf(entry)
      if (!taskId || !(person || timedOut) || !decision || (decision === 'submit' && !entry.signature))
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
          decisionLabel: entry.decisionLabel ?? entry.verbLabel ?? '',
          signedAt: entry.at,
          recordVersion,
          ...(entry.positionName !== undefined && { positionName: entry.positionName }),
          ...(entry.onBehalfOf && { onBehalfOf: entry.onBehalfOf }),
          ...(entry.opinion !== undefined && { opinion: entry.opinion }),
          ...(entry.attachments && { attachments: entry.attachments }),
          ...(entry.signature && { signature: entry.signature }),
          ...(entry.takenBackAt !== undefined && { takenBackAt: entry.takenBackAt }),
        },
      ]
    })
    .toSorted((left, right) => left.signedAt.localeCompare(right.signedAt))
}

/** Whoever adds a signer after himself has approved by it. */
function decisionOf({ type, decision, verb }: TimelineEntry): Opinion['decision'] | undefined {
  if (type === 'taskCompleted') return decision
  return type === 'verb' && verb === 'addSignerAfter' ? verb : undefined
}
