import { activity } from '../run/activity.ts'
import { scheduleTimer, waitOf } from '../run/waiting.ts'

/** Waits for a message. */
export const receiveTask = activity({
  kind: 'wait',
  begin(run, element, node) {
    const wait = waitOf(run, element, node.key)
    if (wait) scheduleTimer(run, run.patch(node.key, { wait }))
  },
})
