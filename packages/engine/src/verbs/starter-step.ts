import type { Element } from '../model.ts'
import type { Run } from '../run/run.ts'
import { decisionOf } from './guard.ts'

/**
 * Where the starter stands: the step behind the start event, when something is submitted there; otherwise the start
 * event itself, which then becomes a step (so a drawing need not draw one to return to). Undefined without a start event.
 */
export function starterStep(run: Run): Element | undefined {
  const start = startEvent(run)
  const [flow, second] = start?.outgoing ?? []
  const first = flow && !second ? flow.target : undefined
  const isHuman = first?.type === 'userTask' || first?.type === 'manualTask'
  const isSubmission = first?.canmou.starter ?? (first && decisionOf(first) === 'none')
  return isHuman && isSubmission ? first : start
}

export function startEvent(run: Run): Element | undefined {
  const { startEvents } = run.process.root
  if (run.startedAt !== undefined) return startEvents.find((one) => one.id === run.startedAt)
  return startEvents.length === 1 ? startEvents[0] : startEvents.find((one) => one.event?.kind === 'none')
}
