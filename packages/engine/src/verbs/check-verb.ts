import type { VerbCommand } from '../door.ts'
import { CommandError } from '../errors.ts'

type Field = (value: unknown) => boolean

const text: Field = (value) => typeof value === 'string' && value !== ''
const count: Field = (value) => Number.isSafeInteger(value)
const one =
  (...values: unknown[]): Field =>
  (value) =>
    values.includes(value)
const list =
  (of: Field): Field =>
  (value) =>
    Array.isArray(value) && value.every(of)
const maybe =
  (of: Field): Field =>
  (value) =>
    value === undefined || of(value)

/** `{user, position, weight}`; that somebody is named is for the verb to say. */
const who: Field = (value) => {
  if (typeof value !== 'object' || value === null) return false
  const { user, position, weight } = value as { [name: string]: unknown }
  return (
    maybe(text)(user) && maybe(text)(position) && maybe((one) => typeof one === 'number' && one > 0)(weight)
  )
}
const step: Field = (value) =>
  value === 'starter' ||
  value === 'previous' ||
  (typeof value === 'object' && value !== null && 'elementId' in value && text(value.elementId))

const reason = maybe((value) => typeof value === 'string')

const shapes: Readonly<Record<VerbCommand['type'], { readonly [field: string]: Field }>> = {
  returnTo: { taskId: text, to: step, then: maybe(one('again', 'direct')), reason },
  withdraw: { reason },
  takeBack: { taskId: text },
  transfer: { taskId: text, to: who, reason },
  delegate: { taskId: text, to: who, reason },
  addSigner: {
    taskId: text,
    signers: list(who),
    place: one('before', 'after', 'parallel'),
    mode: maybe(one('any', 'all', 'inOrder')),
    reason,
  },
  removeSigner: { taskId: text, signer: count, reason },
  terminate: { reason: text },
  jump: { from: text, to: text, reason },
  handOver: { from: text, to: who, taskIds: maybe(list(text)), reason },
  holdersKnown: { taskId: text, holders: list(text), starter: maybe(text), superior: maybe(who) },
}

/** A verb that is not of its shape is the caller's mistake and no refusal. Throws `VERB_INVALID`. */
export function checkVerb(command: VerbCommand): void {
  const given: { [field: string]: unknown } = { ...command }
  for (const [field, holds] of Object.entries(shapes[command.type])) {
    if (!holds(given[field]))
      throw new CommandError('VERB_INVALID', `${command.type}: ${field} is not as it must be`)
  }
}
