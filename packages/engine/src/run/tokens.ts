import type { Element, Flow } from '../model.ts'
import type { Completed } from '../state.ts'
import { Incident } from './incident.ts'
import type { Run } from './run.ts'
import { evaluateCondition } from './variables.ts'

/** Tokens of a scope change by `change`; a scope with none left ends. */
export function addTokens(run: Run, scopeKey: number, change: number): void {
  if (change === 0) return
  const live = (run.get(scopeKey).live ?? 0) + change
  run.patch(scopeKey, { live })
  if (live > 0) return
  run.push({ do: 'finish', key: scopeKey })
}

/** A token ends in its scope; the scope keeps where it came from until it is complete. */
export function endToken(run: Run, scopeKey: number): void {
  const scope = run.get(scopeKey)
  const { from, ends = [] } = scope
  if (scope.in >= 0 && run.from !== (from ?? 0) && !ends.includes(run.from)) {
    run.patch(scopeKey, { ends: [...ends, run.from] })
  }
  addTokens(run, scopeKey, -1)
}

/** Sends the element's token along the flows, in drawing order; without any it ends here. */
export function take(run: Run, flows: readonly Flow[], scopeKey: number): void {
  if (flows.length === 0) {
    endToken(run, scopeKey)
    return
  }
  addTokens(run, scopeKey, flows.length - 1)
  for (let index = flows.length - 1; index >= 0; index--) {
    run.push({ do: 'flow', flow: (flows[index] as Flow).id, in: scopeKey })
  }
}

/**
 * Leaving an activity or event (BPMN 2.0.2 §13.2.1): every flow without a condition and every one whose condition
 * holds; the default flow when no conditional one does.
 */
export function takeUncontrolled(run: Run, element: Element, scopeKey: number): void {
  const { outgoing } = element
  if (outgoing.every((flow) => !flow.condition && !flow.isDefault)) take(run, outgoing, scopeKey)
  else take(run, chooseMany(run, element, scopeKey), scopeKey)
}

/** All flows that hold; the default one only when none does. */
export function chooseMany(run: Run, element: Element, scopeKey: number): Flow[] {
  const chosen = element.outgoing.filter(
    (flow) => !flow.isDefault && (!flow.condition || evaluateCondition(run, flow.condition, scopeKey)),
  )
  const isConditional = chosen.some((flow) => flow.condition)
  if (element.defaultFlow && !isConditional) chosen.push(element.defaultFlow)
  if (chosen.length === 0)
    throw new Incident('NO_FLOW_TAKEN', 'no condition holds and there is no default flow')
  return chosen
}

export function entered(run: Run, element: Element, work: { again?: true; loopCounter?: number }): void {
  if (work.again) return
  const { loopCounter } = work
  run.emit({
    type: 'elementEntered',
    elementId: element.id,
    ...(loopCounter === undefined ? {} : { loopCounter }),
  })
}

export function completed(run: Run, element: Element, loopCounter?: number): void {
  run.emit({
    type: 'elementCompleted',
    elementId: element.id,
    ...(loopCounter === undefined ? {} : { loopCounter }),
  })
}

/** The token goes on; a compensation activity instead reports back to the event that called for it. */
export function leave(run: Run, element: Element, scopeKey: number): void {
  if (element.isForCompensation) run.push({ do: 'round', key: scopeKey })
  else run.push({ do: 'exit', at: element.id, in: scopeKey })
}

export function remember(run: Run, scopeKey: number, ...records: Completed[]): void {
  if (records.length === 0) return
  run.patch(scopeKey, { done: [...(run.get(scopeKey).done ?? []), ...records] })
}
