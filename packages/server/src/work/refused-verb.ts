import { CommandError, refusals } from '@canmou/engine'
import { Failure } from '../http/failure.ts'

/** Runs what the engine may refuse; its refusal becomes a VERB_REFUSED that says why in every language. */
export function asFailure<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    if (error.code === 'VERB_REFUSED' && error.reason) {
      throw new Failure('VERB_REFUSED', { reason: refusals[error.reason] }, undefined, error)
    }
    if (error.code === 'UNKNOWN_TASK') throw new Failure('TASK_CANCELLED', {}, undefined, error)
    if (error.code === 'NOT_RUNNING') throw new Failure('INSTANCE_ENDED', {}, undefined, error)
    throw error
  }
}
