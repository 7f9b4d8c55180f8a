import type { Actor, AfterReturn, VerbCommand } from '../door.ts'
import { CommandError } from '../errors.ts'
import { cancelInside } from '../run/cancel.ts'
import { Incident } from '../run/incident.ts'
import type { Run } from '../run/run.ts'
import type { Node } from '../state.ts'
import { checkVerb } from './check-verb.ts'
import { refusalAt, roleRefusal } from './guard.ts'
import { holdersKnown } from './holders-known.ts'
import { carryOutJump, planJump } from './jump.ts'
import { matrix } from './matrix.ts'
import { isRefusal, refusals } from './refusals.ts'
import type { Refusal } from './refusals.ts'
import { carryOutReturn, planReturn } from './return-to.ts'
import {
  addSigners,
  delegate,
  handOver,
  namingRefusal,
  passOn,
  placesOf,
  removeRefusal,
  removeSigner,
} from './signers.ts'
import { standingAt, standingOf } from './standing.ts'
import type { Standing } from './standing.ts'
import { planTakeBack } from './take-back.ts'
import type { Verb } from './verbs.ts'
import { withdraw, withdrawRefusal } from './withdraw.ts'

type Body<Type extends VerbCommand['type']> = Extract<VerbCommand, { type: Type }>

/**
 * Applies a verb. Everything that could refuse it is asked first, so a refusal changes nothing. Throws `VERB_REFUSED`
 * with the reason, `UNKNOWN_TASK`, or `VERB_INVALID` for a command that is not of its shape.
 */
export function applyVerb(run: Run, command: VerbCommand): void {
  checkVerb(command)
  try {
    apply(run, command)
  } catch (cause) {
    if (!(cause instanceof Incident)) throw cause
    throw refused('CANNOT_WORK_OUT', taskOf(command), cause.message)
  }
}

const taskOf = (command: VerbCommand) => ('taskId' in command ? command.taskId : undefined)

function refused(reason: Refusal, taskId: string | undefined, detail = refusals[reason].en): CommandError {
  return new CommandError('VERB_REFUSED', detail, { reason, ...(taskId === undefined ? {} : { taskId }) })
}

function apply(run: Run, command: VerbCommand): void {
  switch (command.type) {
    case 'returnTo':
      returnTo(run, command)
      return
    case 'withdraw':
      applyWithdraw(run, command)
      return
    case 'takeBack':
      applyTakeBack(run, command)
      return
    case 'transfer':
    case 'delegate': {
      const standing = allowed(run, command.type, command.taskId, command.by)
      insist(namingRefusal(standing, [command.to]), command.taskId)
      report(run, command.type, standing.node, command, namesOf([command.to]))
      if (command.type === 'transfer') passOn(run, standing, command.to, 'transfer')
      else delegate(run, standing, command.to)
      return
    }
    case 'addSigner':
      applyAddSigner(run, command)
      return
    case 'removeSigner': {
      const standing = allowed(run, 'removeSigner', command.taskId, command.by)
      const isAdministrator = command.by?.roles?.includes('administrator') ?? false
      insist(removeRefusal(standing, command.signer, isAdministrator), command.taskId)
      report(run, 'removeSigner', standing.node, command, namesOf(signerAt(standing, command.signer)))
      removeSigner(run, standing, command.signer)
      return
    }
    case 'terminate':
      terminate(run, command)
      return
    case 'jump':
      applyJump(run, command)
      return
    case 'handOver':
      applyHandOver(run, command)
      return
    case 'holdersKnown':
      holdersKnown(run, standingAt(run, command.taskId), command)
  }
}

const namesOf = (people: readonly { user?: string; position?: string }[]) =>
  people.flatMap(({ user, position }) => user ?? position ?? [])

const signerAt = ({ node }: Standing, id: number) =>
  (node.round?.signers ?? []).filter((one) => one.id === id)

/** The task, when the table, the drawing and the person's role allow the verb there. */
function allowed(run: Run, verb: Verb, taskId: string, by: Actor | undefined): Standing {
  const standing = standingAt(run, taskId, by)
  insist(refusalAt(verb, standing, by), taskId)
  run.because = verb
  return standing
}

function insist(refusal: Refusal | undefined, taskId?: string): void {
  if (refusal) throw refused(refusal, taskId)
}

function report(
  run: Run,
  verb: Verb,
  node: Pick<Node, 'at'>,
  { taskId, reason }: { taskId?: string; reason?: string },
  to: string[] = [],
  more: { then?: AfterReturn; from?: string } = {},
): void {
  run.emit({
    type: 'verbApplied',
    verb,
    elementId: node.at,
    ...(taskId === undefined ? {} : { taskId }),
    ...(run.by === undefined ? {} : { by: run.by }),
    ...(run.onBehalfOf === undefined ? {} : { onBehalfOf: run.onBehalfOf }),
    ...(to.length > 0 ? { to } : {}),
    ...more,
    ...(reason === undefined ? {} : { reason }),
  })
}

function returnTo(run: Run, command: Body<'returnTo'>): void {
  const { to, taskId } = command
  const verb = to === 'starter' ? 'returnToStarter' : to === 'previous' ? 'returnToPrevious' : 'returnToStep'
  const standing = allowed(run, verb, taskId, command.by)
  const plan = planReturn(run, standing, to, command.then)
  if (isRefusal(plan)) throw refused(plan, taskId)
  report(
    run,
    verb,
    standing.node,
    command,
    plan.plan.targets.map((visit) => visit.at),
    { then: plan.isDirect ? 'direct' : 'again' },
  )
  carryOutReturn(run, standing, plan)
}

function applyWithdraw(run: Run, command: Body<'withdraw'>): void {
  insist(roleRefusal('withdraw', command.by) ?? withdrawRefusal(run))
  run.because = 'withdraw'
  report(run, 'withdraw', run.get(0), command)
  withdraw(run)
}

function applyTakeBack(run: Run, command: Body<'takeBack'>): void {
  const plan = planTakeBack(run, command.taskId, command.by)
  if (isRefusal(plan)) throw refused(plan, command.taskId)
  run.because = 'takeBack'
  report(run, 'takeBack', { at: plan.elementId }, command)
  plan.carryOut()
}

function applyAddSigner(run: Run, command: Body<'addSigner'>): void {
  const { place, taskId, signers } = command
  const verb =
    place === 'before' ? 'addSignerBefore' : place === 'after' ? 'addSignerAfter' : 'addSignerParallel'
  const standing = allowed(run, verb, taskId, command.by)
  insist(namingRefusal(standing, signers), taskId)
  report(run, verb, standing.node, command, namesOf(signers))
  addSigners(run, standing, command)
}

function terminate(run: Run, command: Body<'terminate'>): void {
  const { calledFrom } = run.variables
  insist(roleRefusal('terminate', command.by))
  if (calledFrom !== undefined && calledFrom !== null) insist(matrixRefusal('terminate'))
  run.because = 'terminate'
  report(run, 'terminate', run.get(0), command)
  cancelInside(run, 0)
  run.finish('cancelled')
  run.emit({ type: 'instanceCancelled', reason: command.reason })
}

function matrixRefusal(verb: Verb): Refusal | undefined {
  const [cell] = matrix[verb].calledProcess
  return isRefusal(cell) ? cell : undefined
}

function applyJump(run: Run, command: Body<'jump'>): void {
  const standing = standingOf(run, command.from, command.by)
  insist(
    (standing && refusalAt('jump', standing, command.by)) ?? roleRefusal('jump', command.by),
    command.from,
  )
  const plan = planJump(run, command.from, command.to)
  if (isRefusal(plan)) throw refused(plan, command.from)
  run.because = 'jump'
  report(run, 'jump', plan.token, command, [command.to])
  carryOutJump(run, plan)
}

function applyHandOver(run: Run, command: Body<'handOver'>): void {
  const { from, to, taskIds } = command
  insist(roleRefusal('handOver', command.by))
  if (to.user === undefined && to.position === undefined) insist('NOBODY_NAMED')
  if (placesOf(run, from, taskIds).length === 0) insist('NOTHING_TO_HAND_OVER')
  run.because = 'handOver'
  report(run, 'handOver', run.get(0), command, namesOf([to]), { from })
  handOver(run, from, to, taskIds)
}
