import type { State } from '../door.ts'
import { CommandError } from '../errors.ts'
import type { Process } from '../model.ts'
import type { InstanceState } from '../state.ts'

/** The state as the engine's own. Throws `STATE_INVALID` for anything that is no state of this process. */
export function instanceOf(process: Process, state: State): InstanceState {
  if (!isInstance(state) || state.processId !== process.id) {
    throw new CommandError('STATE_INVALID', `not a state of process ${process.id}`)
  }
  return state
}

function isInstance(state: State): state is InstanceState {
  return Array.isArray(state['nodes']) && typeof state['next'] === 'number'
}
