import type { Behavior } from '../run/behavior.ts'
import { entered } from '../run/tokens.ts'
import { startWaiting, waitOf } from '../run/waiting.ts'

/** BPMN 2.0.2 §13.4.4: waits for the events behind it; the first to happen takes the token. */
export const eventBasedGateway: Behavior = {
  enter(run, element, work) {
    entered(run, element, work)
    const choice = run.add({ kind: 'choice', at: element.id, in: work.in })
    for (const { target } of element.outgoing) {
      const wait = waitOf(run, target, work.in)
      if (wait) startWaiting(run, wait, { at: target.id, in: work.in, host: choice.key })
    }
  },
}
