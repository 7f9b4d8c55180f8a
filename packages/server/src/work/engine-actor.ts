import type { Actor as EngineActor, Role } from '@canmou/engine'
import type { Actor } from '../http/actor.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'

/** Who acts, as the engine knows people: by user name, with what he is to this task and instance. */
export function engineActor(
  live: LiveInstance,
  { id, username, positions }: Actor,
  task: Pick<LiveTask, 'candidates'> | undefined,
): EngineActor {
  const roles: Role[] = []
  if (task?.candidates.includes(id)) roles.push('holder')
  if (live.starterId === id) roles.push('starter')
  if (positions.includes('processAdmin')) roles.push('administrator')
  return { user: username, roles }
}
