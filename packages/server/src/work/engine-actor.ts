import type { Actor as EngineActor, Role } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import type { LiveInstance } from './live-instance.ts'
import type { Holding } from './standing-in.ts'

/** Who acts, as the engine knows people: by user name, with what he is to this task and instance, and in whose place. */
export function engineActor(
  live: LiveInstance,
  { id, username, positions }: Actor,
  holding: Holding | undefined,
): EngineActor {
  const roles: Role[] = []
  if (holding) roles.push('holder')
  if (live.starterId === id) roles.push('starter')
  if (positions.includes('processAdmin')) roles.push('administrator')
  return { user: username, roles, ...(holding?.onBehalfOf && { onBehalfOf: holding.onBehalfOf.username }) }
}
