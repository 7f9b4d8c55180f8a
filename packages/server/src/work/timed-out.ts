import type { Event } from '@canmou/engine'
import type { StepDraft } from './step-draft.ts'
import { putIntoEffect } from './step-records.ts'
import { rulesOfTask } from './task-rules.ts'

/**
 * What follows for people where the time limit of a task is over. Where the drawing decides then, the task is done as by a
 * person's decision: it stands in the signature block, fills the fields that wait for it, and its record may take effect.
 */
export function settleTimeLimits(draft: StepDraft, events: readonly Event[]): void {
  for (const event of events) {
    if (event.type !== 'limitReached' && event.type !== 'signerDecided') continue
    const task = draft.next.tasks.find(({ engineTaskId }) => engineTaskId === event.taskId)
    if (!task) continue
    const { id: taskId, elementId, recordId, recordVersion } = task
    if (event.type === 'limitReached') {
      if (event.then === 'nothing') draft.entries.push({ type: 'limitPassed', elementId, taskId })
      continue
    }
    if (event.auto !== 'timeLimit') continue
    const decision = event.decision === 'reject' ? 'reject' : 'approve'
    draft.timedOut.set(taskId, { decision, recordVersion })
    const told = { taskId, elementId, decision, recordId, recordVersion } as const
    draft.entries.push({ type: 'taskCompleted', ...told, auto: 'timeLimit' })
    const record = draft.next.records.find(({ id }) => id === recordId)
    const { takesEffect } = rulesOfTask(draft.next, task)
    if (takesEffect && decision === 'approve' && record) putIntoEffect(draft, record, elementId)
  }
}
