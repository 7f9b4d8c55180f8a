import type { Command, Effect } from '@canmou/engine'
import { escalateTask } from './escalate-task.ts'
import { putTask } from './put-task.ts'
import { remindHolders } from './remind-holders.ts'
import { passedOn } from './messages/goes-round.ts'
import { passOn } from './messages/thrown.ts'
import { runJobNow } from './job-handlers.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import { timerDue } from './time-limits.ts'

/** Does what the engine asks for; a job that is done at once gives the command that tells the engine so. */
export function perform(world: World, draft: StepDraft, effect: Effect): Command | undefined {
  const { next } = draft
  switch (effect.type) {
    case 'createTask':
      return putTask(world, draft, effect)
    case 'cancelTask': {
      const task = draft.closeTask(effect.taskId)
      // What somebody is done with by a verb is not withdrawn from him; what was never put before anybody is not told.
      const isTold =
        task &&
        task.id !== draft.done?.id &&
        !draft.timedOut.has(task.id) &&
        draft.before.tasks.some(({ id }) => id === task.id)
      if (isTold) draft.entries.push({ type: 'taskCancelled', taskId: task.id, elementId: task.elementId })
      return undefined
    }
    case 'scheduleTimer':
      next.timers[effect.timerId] = timerDue(
        world.calendar,
        next.definition.process.elements.get(effect.elementId),
        draft.at,
        effect,
      )
      return undefined
    case 'remindTask':
      remindHolders(draft, ({ engineTaskId }) => engineTaskId === effect.taskId, effect.elementId)
      return undefined
    case 'escalateTask':
      escalateTask(world, draft, effect)
      return undefined
    case 'cancelTimer':
      delete next.timers[effect.timerId]
      return undefined
    case 'runJob':
      return runJobNow(world, draft, effect)
    case 'cancelJob':
      return undefined
    case 'callProcess': {
      const { callId, elementId, processId, variables } = effect
      const passed = passedOn(draft, { elementId, name: processId }, 'toMany')
      if (passed === undefined) return { type: 'callFailed', at: draft.commandAt, callId }
      draft.jobs.push({
        kind: 'startCalled',
        key: `call:${next.id}:${callId}`,
        payload: { instanceId: next.id, callId, elementId, processId, variables, passed },
      })
      return undefined
    }
    case 'cancelCall':
      draft.droppedJobs.push(`call:${next.id}:${effect.callId}`)
      draft.jobs.push({
        kind: 'cancelCalled',
        key: `cancel:${next.id}:${effect.callId}`,
        payload: { instanceId: next.id, callId: effect.callId },
      })
      return undefined
    case 'publishMessage':
    case 'publishSignal':
      passOn(draft, effect)
      return undefined
  }
}
