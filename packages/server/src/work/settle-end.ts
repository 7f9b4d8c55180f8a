import { passedBefore } from './messages/goes-round.ts'
import type { StepDraft } from './step-draft.ts'
import { settleRecords } from './step-records.ts'

/** What follows from a step that ends the instance: its records are settled, and whoever called it is told. */
export function settleEnd(draft: StepDraft): void {
  const { before, next } = draft
  if (next.status === 'running' || before.status !== 'running') return
  settleRecords(draft)
  if (!next.parent) return
  draft.jobs.push({
    kind: 'callEnded',
    key: `ended:${next.id}`,
    payload: {
      instanceId: next.parent.instanceId,
      callId: next.parent.callId,
      status: next.status,
      variables: next.state?.variables ?? {},
      passed: passedBefore(draft),
    },
  })
}
