import type { Behavior } from '../run/behavior.ts'
import { Incident } from '../run/incident.ts'
import { completed, entered, take } from '../run/tokens.ts'
import { evaluateCondition } from '../run/variables.ts'

/** BPMN 2.0.2 §13.4.2: every token passes alone, by the first flow whose condition holds. */
export const exclusiveGateway: Behavior = {
  enter(run, element, work) {
    entered(run, element, work)
    run.push({ do: 'exit', at: element.id, in: work.in })
  },
  exit(run, element, scopeKey) {
    const chosen =
      element.outgoing.find(
        (flow) => !flow.isDefault && (!flow.condition || evaluateCondition(run, flow.condition, scopeKey)),
      ) ?? element.defaultFlow
    if (!chosen && element.outgoing.length > 0) {
      throw new Incident('NO_FLOW_TAKEN', 'no condition holds and there is no default flow')
    }
    completed(run, element)
    take(run, chosen ? [chosen] : [], scopeKey)
  },
}
