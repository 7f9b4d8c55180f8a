import type { Element } from '../model.ts'
import type { Behavior } from '../run/behavior.ts'
import { arrive, consume } from '../run/joins.ts'
import type { Run } from '../run/run.ts'
import { chooseMany, completed, entered, take } from '../run/tokens.ts'
import type { Node } from '../state.ts'

/**
 * BPMN 2.0.2 §13.4.3: sends a token along every flow whose condition holds. As a join it waits; whether the
 * missing tokens can still come is decided when everything else has come to rest (`run/settle.ts`).
 */
export const inclusiveGateway: Behavior = {
  enter(run, element, work) {
    if (element.incoming.length > 1 && work.via !== undefined) {
      arrive(run, work.in, work.via)
      return
    }
    entered(run, element, work)
    run.push({ do: 'exit', at: element.id, in: work.in })
  },
  exit(run, element, scopeKey) {
    const chosen = element.outgoing.length > 0 ? chooseMany(run, element, scopeKey) : []
    completed(run, element)
    take(run, chosen, scopeKey)
  },
}

/** The join is complete: its tokens become one. */
export function fireInclusive(run: Run, element: Element, scope: Node): void {
  consume(run, scope.key, element)
  entered(run, element, {})
  run.push({ do: 'exit', at: element.id, in: scope.key })
}
