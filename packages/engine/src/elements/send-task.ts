import { activity } from '../run/activity.ts'
import { publishMessage } from '../run/publish.ts'
import { startJob } from './job-task.ts'

/** With a job type a worker sends; otherwise the message goes out at once. */
export const sendTask = activity({
  kind: 'job',
  isInstant: (element) => !element.job,
  begin(run, element, node) {
    if (element.job) {
      startJob(run, element, node)
      return
    }
    publishMessage(run, element, node.key)
    run.push({ do: 'finish', key: node.key })
  },
})
