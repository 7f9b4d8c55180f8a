import type { TaskVerb, Who } from '@canmou/contract'
import type { Actor as EngineActor, Command, Who as EngineWho } from '@canmou/engine'
import { Failure } from '../http/failure.ts'
import type { Directory } from './directory.ts'
import type { TaskRequest } from './task-form.ts'

type MovingVerb = Exclude<TaskVerb, 'submit' | 'approve' | 'reject'>

export interface VerbContext {
  at: string
  taskId: string
  by: EngineActor
  directory: Directory
  /** Rank of the instance's level: whoever is named must be cleared for it. */
  level: number
}

/**
 * The engine's command for a verb. Fails with NOBODY_CHOSEN, NO_SUCH_PERSON, PERSON_NOT_CLEARED or STEP_NOT_CHOSEN where
 * the request does not say to whom or where.
 */
export function verbCommand(verb: MovingVerb, request: TaskRequest, context: VerbContext): Command {
  const { at, taskId, by } = context
  const reason = request.opinion?.trim()
  const said = { at, taskId, by, ...(reason && { reason }) }
  const then = request.then && { then: request.then }
  switch (verb) {
    case 'returnToPrevious':
      return { type: 'returnTo', to: 'previous', ...then, ...said }
    case 'returnToStarter':
      return { type: 'returnTo', to: 'starter', ...then, ...said }
    case 'returnToStep':
      return { type: 'returnTo', to: { elementId: stepOf(request) }, ...then, ...said }
    case 'transfer':
    case 'delegate':
      return { type: verb, to: whoOf(request.to, context), ...said }
    case 'addSignerBefore':
    case 'addSignerAfter':
    case 'addSignerParallel':
      return {
        type: 'addSigner',
        place: places[verb],
        signers: signersOf(request, context),
        ...(request.mode && { mode: request.mode }),
        ...(verb === 'addSignerAfter' && { variables: { decision: 'approve', opinion: reason ?? null } }),
        ...said,
      }
    case 'removeSigner':
      if (request.signer === undefined) throw new Failure('NOBODY_CHOSEN')
      return { type: 'removeSigner', signer: request.signer, ...said }
    case 'takeBack':
      return { type: 'takeBack', at, taskId, by }
    case 'jump':
      return { type: 'jump', at, by, from: taskId, to: stepOf(request), ...(reason && { reason }) }
  }
}

const places = { addSignerBefore: 'before', addSignerAfter: 'after', addSignerParallel: 'parallel' } as const

function stepOf({ elementId }: TaskRequest): string {
  if (elementId === undefined) throw new Failure('STEP_NOT_CHOSEN')
  return elementId
}

function signersOf({ signers = [] }: TaskRequest, context: VerbContext): EngineWho[] {
  if (signers.length === 0) throw new Failure('NOBODY_CHOSEN')
  return signers.map((who) => whoOf(who, context))
}

function whoOf(who: Who | undefined, { directory, level }: VerbContext): EngineWho {
  if (who?.person !== undefined) return { user: clearedPerson(directory, who.person, level) }
  if (who?.position === undefined) throw new Failure('NOBODY_CHOSEN')
  if (!directory.isPosition(who.position)) throw new Failure('NOBODY_CHOSEN')
  return { position: who.position }
}

/** Fails with NO_SUCH_PERSON or PERSON_NOT_CLEARED. */
export function clearedPerson(directory: Directory, username: string, level: number): string {
  const person = directory.person(username)
  if (!person || person.isDisabled) throw new Failure('NO_SUCH_PERSON', { person: username })
  if (person.clearance < level) throw new Failure('PERSON_NOT_CLEARED', { person: person.name })
  return person.username
}
