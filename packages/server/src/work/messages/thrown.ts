import type { Effect } from '@canmou/engine'
import type { JobChange } from '../apply-step.ts'
import type { StepDraft } from '../step-draft.ts'

type Thrown<Type extends Effect['type']> = Extract<Effect, { type: Type }>

/** How long a message waits for its receiver, in seconds, unless its sender says otherwise; as Zeebe's clients have it. */
export const usualTimeToLive = 3600

/**
 * The job that carries a message which an instance throws. With a correlation key it is for whatever waits for it; without,
 * it can only start a process (domain.md §7).
 */
export function thrownMessage({ next, at, jobs }: StepDraft, effect: Thrown<'publishMessage'>): JobChange {
  const { name, variables, correlationKey } = effect
  const key = `message:${next.id}:${next.version}:${jobs.length}`
  const payload = { instanceId: next.id, name, variables }
  if (correlationKey === undefined) return { kind: 'handOver', key, payload }
  const expiresAt = new Date(Date.parse(at) + usualTimeToLive * 1000).toISOString()
  return { kind: 'deliverMessage', key, payload: { ...payload, correlationKey, expiresAt } }
}

/** The job that carries a signal to everything that waits for it. */
export function thrownSignal(
  { next, jobs }: StepDraft,
  { name, variables }: Thrown<'publishSignal'>,
): JobChange {
  return {
    kind: 'broadcastSignal',
    key: `signal:${next.id}:${next.version}:${jobs.length}`,
    payload: { instanceId: next.id, name, variables },
  }
}
