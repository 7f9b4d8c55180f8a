import { CommandError } from '../errors.ts'
import { isInstant } from '../time/instant.ts'

/** A command's time must say which instant it means. */
export function checkTime(at: unknown): void {
  if (!isInstant(at)) throw new CommandError('INVALID_TIME', 'at must be an ISO 8601 time with an offset')
}

/** Variables are a plain object; one named `__proto__` would not survive being copied. */
export function checkVariables(variables: unknown): void {
  const isPlain = typeof variables === 'object' && variables !== null && !Array.isArray(variables)
  if (!isPlain || Object.hasOwn(variables, '__proto__')) {
    throw new CommandError('INVALID_VARIABLES', 'variables must be a JSON object')
  }
}

/** Who acts is said by ids; the engine only keeps and compares them. */
export function checkActor(by: unknown): void {
  const isActor = typeof by === 'object' && by !== null && 'user' in by && typeof by.user === 'string'
  if (!isActor) throw new CommandError('ACTOR_INVALID', 'by must be {user, onBehalfOf?, roles?}')
}
