import { activity } from '../run/activity.ts'
import { placeTask } from '../run/place-task.ts'
import { openRound, resumeRound } from '../run/signing.ts'

/**
 * User and manual tasks: work that a person does and that is completed by the command `completeTask`. With a mode of
 * the `canmou:` namespace several people sign one task; each has a task of his own (`run/signing.ts`).
 */
export const humanTask = activity({
  kind: 'task',
  begin(run, element, node) {
    const { mode } = element.canmou
    if (node.round) resumeRound(run, element, node, node.round)
    else if (mode) openRound(run, element, node, mode)
    else placeTask(run, element, node)
  },
})
