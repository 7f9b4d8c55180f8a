import type { RecordAt } from './entries.ts'
import type { LiveTask } from './live-instance.ts'
import type { StepDraft } from './step-draft.ts'

/** Ids of all that a task is about. */
export const recordIdsOf = ({
  documents,
  recordId,
}: Pick<LiveTask, 'documents' | 'recordId'>): (string | undefined)[] => documents ?? [recordId]

/** All that the task is about, where it may be about several, as it was submitted or decided on. */
export function versionsOf({ next }: StepDraft, { documents }: LiveTask): RecordAt[] | undefined {
  return (
    documents &&
    next.records.flatMap(({ id, version }) =>
      documents.includes(id) ? { recordId: id, recordVersion: version } : [],
    )
  )
}
