import type { Effect } from '@canmou/engine'
import type { JobChange } from '../apply-step.ts'
import type { StepDraft } from '../step-draft.ts'
import { passedOn } from './goes-round.ts'

type Thrown<Type extends Effect['type']> = Extract<Effect, { type: Type }>

/** How long a message waits for its receiver, in seconds, unless its sender says otherwise; as Zeebe's clients have it. */
export const usualTimeToLive = 3600

/** Puts in line what an instance throws; where it would go round for ever it is held back, and the history says so. */
export function passOn(draft: StepDraft, effect: Thrown<'publishMessage' | 'publishSignal'>): void {
  const { elementId, name } = effect
  const isToOne = effect.type === 'publishMessage' && effect.correlationKey !== undefined
  const passed = passedOn(draft, effect, isToOne ? 'toOne' : 'toMany')
  if (passed === undefined) return
  if (effect.type === 'publishMessage') {
    draft.jobs.push(thrownMessage(draft, effect, passed))
    draft.entries.push({ type: 'messagePublished', elementId, name })
  } else {
    draft.jobs.push(thrownSignal(draft, effect, passed))
    draft.entries.push({ type: 'signalPublished', elementId, name })
  }
}

/**
 * The job that carries a message which an instance throws. With a correlation key it is for whatever waits for it; without,
 * it can only start a process (domain.md §7).
 */
function thrownMessage(
  { next, at, jobs }: StepDraft,
  { name, variables, correlationKey }: Thrown<'publishMessage'>,
  passed: number,
): JobChange {
  const key = `message:${next.id}:${next.version}:${jobs.length}`
  const payload = { instanceId: next.id, name, variables, passed }
  if (correlationKey === undefined) return { kind: 'handOver', key, payload }
  const expiresAt = new Date(Date.parse(at) + usualTimeToLive * 1000).toISOString()
  return { kind: 'deliverMessage', key, payload: { ...payload, correlationKey, expiresAt } }
}

/** The job that carries a signal to everything that waits for it. */
function thrownSignal(
  { next, jobs }: StepDraft,
  { name, variables }: Thrown<'publishSignal'>,
  passed: number,
): JobChange {
  return {
    kind: 'broadcastSignal',
    key: `signal:${next.id}:${next.version}:${jobs.length}`,
    payload: { instanceId: next.id, name, variables, passed },
  }
}
