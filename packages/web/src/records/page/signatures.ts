import type { Opinion, TimelineEntry } from '@canmou/contract'

/** Who decided what on one version of a record, from the process's own history. */
export function signaturesOf(
  entries: readonly TimelineEntry[],
  recordId: string,
  version: number,
): Opinion[] {
  return entries
    .flatMap((entry): Opinion[] => {
      const { taskId, person, byRule } = entry
      const decision = decisionOf(entry)
      const isSigned = byRule !== undefined || (taskId !== undefined && person !== undefined)
      if (!isSigned || !decision || (decision === 'submit' && !entry.signature)) return []
      if (versionIn(entry, recordId) !== version) return []
      return [
        {
          ...(taskId !== undefined && { taskId }),
          elementId: entry.elementId ?? '',
          taskName: entry.taskName ?? '',
          ...(person && { person }),
          ...(byRule && { byRule }),
          decision,
          decisionLabel: entry.decisionLabel ?? entry.verbLabel ?? '',
          signedAt: entry.at,
          recordVersion: version,
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

/** The version of the record that was decided on, alone or with others. */
function versionIn(
  { recordId, recordVersion, documents }: TimelineEntry,
  wanted: string,
): number | undefined {
  if (documents) return documents.find((one) => one.recordId === wanted)?.recordVersion
  return (recordId ?? wanted) === wanted ? recordVersion : undefined
}

/** Whoever adds a signer after himself has approved by it. */
function decisionOf({ type, decision, verb }: TimelineEntry): Opinion['decision'] | undefined {
  if (type === 'taskCompleted' || type === 'autoDecided') return decision
  return type === 'verb' && verb === 'addSignerAfter' ? verb : undefined
}
