import type { Event } from '@canmou/engine'
import type { StepDraft } from './step-draft.ts'
import { decidedVersion } from './enclosures.ts'
import { putIntoEffect } from './step-records.ts'
import { rulesOfTask } from './task-rules.ts'
import { recordIdsOf, versionsOf } from './task-versions.ts'

/**
 * What follows where the drawing decides in a person's place (nobody holds the position, his time is over …), at its turn
 * among the events: the history tells it, and the record of the task may take effect as by an approval. Both stand in the
 * signature block, as decided by rule: a task whose time is over is done by nobody, what was never put before anybody has none.
 */
export function settleRules(draft: StepDraft, event: Event): void {
  if (event.type !== 'limitReached' && event.type !== 'signerDecided' && event.type !== 'taskPassed') return
  const task = draft.next.tasks.find(({ engineTaskId }) => engineTaskId === event.taskId)
  if (!task) return
  const { id: taskId, elementId, positionId, recordId } = task
  if (event.type === 'limitReached') {
    if (event.then === 'nothing') draft.entries.push({ type: 'limitPassed', elementId, taskId })
    return
  }
  const { auto } = event
  // What a person decides, his task's own entry says.
  if (auto === undefined) return
  const recordVersion = decidedVersion(draft.next, task)
  const documents = versionsOf(draft, task)
  const decision = event.decision === 'reject' ? 'reject' : 'approve'
  if (auto === 'timeLimit') {
    draft.timedOut.set(taskId, { decision, recordVersion })
    const told = { taskId, elementId, decision, recordId, recordVersion, documents } as const
    draft.entries.push({ type: 'taskCompleted', ...told, auto })
  } else {
    const told = { elementId, decision, positionId, recordId, recordVersion, documents } as const
    draft.entries.push({ type: 'autoDecided', ...told, auto })
  }
  if (!rulesOfTask(draft.next, task).takesEffect || decision !== 'approve') return
  const decided = recordIdsOf(task)
  for (const record of draft.next.records)
    if (decided.includes(record.id)) putIntoEffect(draft, record, elementId)
}
