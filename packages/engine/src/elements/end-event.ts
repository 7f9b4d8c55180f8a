import type { Behavior } from '../run/behavior.ts'
import { withdrawInside } from '../run/cancel.ts'
import { compensate } from '../run/compensation.ts'
import { pass } from '../run/event.ts'
import { publishMessage, publishSignal } from '../run/publish.ts'
import { throwError, throwEscalation } from '../run/throwing.ts'
import { completed, entered } from '../run/tokens.ts'
import { jobTask } from './job-task.ts'

/** Ends a token; what else it does depends on its kind. */
export const endEvent: Behavior = {
  enter(run, element, work) {
    const { event } = element
    if (element.job) {
      jobTask.enter(run, element, work)
      return
    }
    switch (event?.kind) {
      case 'terminate':
        entered(run, element, work)
        completed(run, element)
        withdrawInside(run, work.in)
        run.push({ do: 'finish', key: work.in })
        return
      case 'error':
        entered(run, element, work)
        completed(run, element)
        throwError(run, work.in, event.code)
        return
      case 'escalation':
        entered(run, element, work)
        completed(run, element)
        // pushed first and so done last: an interrupting handler finds this token and takes it away
        run.push({ do: 'exit', at: element.id, in: work.in })
        throwEscalation(run, work.in, event.code)
        return
      case 'compensate':
        compensate(run, element, work)
        return
      default:
        pass(run, element, work, (locals) => {
          publishMessage(run, element, work.in, locals)
          publishSignal(run, element, work.in, locals)
        })
    }
  },
}
