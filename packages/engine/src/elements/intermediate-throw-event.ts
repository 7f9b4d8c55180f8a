import type { Behavior } from '../run/behavior.ts'
import { compensate } from '../run/compensation.ts'
import { pass } from '../run/event.ts'
import { publishMessage, publishSignal } from '../run/publish.ts'
import { throwEscalation } from '../run/throwing.ts'
import { completed, entered, takeUncontrolled } from '../run/tokens.ts'
import { jobTask } from './job-task.ts'

/** Throws its event and goes on at once; compensation is waited for. */
export const intermediateThrowEvent: Behavior = {
  enter(run, element, work) {
    const { event } = element
    if (element.job) {
      jobTask.enter(run, element, work)
      return
    }
    switch (event?.kind) {
      case 'compensate':
        compensate(run, element, work)
        return
      case 'escalation':
        entered(run, element, work)
        completed(run, element)
        // pushed first and so done last: an interrupting handler finds this token and takes it away
        run.push({ do: 'exit', at: element.id, in: work.in })
        throwEscalation(run, work.in, event.code)
        return
      default:
        pass(run, element, work, (locals) => {
          publishMessage(run, element, work.in, locals)
          publishSignal(run, element, work.in, locals)
        })
    }
  },
  exit(run, element, scopeKey) {
    const links = element.event?.kind === 'link' ? element.event.targets : []
    const [target] = links
    if (target) run.push({ do: 'enter', at: target.id, in: scopeKey })
    else takeUncontrolled(run, element, scopeKey)
  },
}
