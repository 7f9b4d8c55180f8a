import type { Behavior } from '../run/behavior.ts'
import { arrive, consume } from '../run/joins.ts'
import { completed, entered, take } from '../run/tokens.ts'

/** BPMN 2.0.2 §13.4.1: waits for a token on every incoming flow, then sends one along every outgoing flow. */
export const parallelGateway: Behavior = {
  enter(run, element, work) {
    if (element.incoming.length > 1 && work.via !== undefined) {
      const joins = arrive(run, work.in, work.via)
      if (!element.incoming.every((flow) => (joins[flow.id] ?? 0) > 0)) return
      consume(run, work.in, element)
    }
    entered(run, element, work)
    completed(run, element)
    take(run, element.outgoing, work.in)
  },
}
