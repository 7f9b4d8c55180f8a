import type { Actor, Command, Json, State, Step, Variables } from '../door.ts'
import { CommandError } from '../errors.ts'
import type { CommandCode } from '../errors.ts'
import type { Process } from '../model.ts'
import { offerJob } from '../elements/job-task.ts'
import type { Node, NodeKind } from '../state.ts'
import { applyVerb } from '../verbs/apply-verb.ts'
import { cancelInside } from './cancel.ts'
import { checkActor, checkTime, checkVariables } from './checks.ts'
import { instanceOf } from './instance.ts'
import { openPlace } from './places.ts'
import { sign } from './signing.ts'
import { keyOf, publicId, Run } from './run.ts'
import { drain } from './step.ts'
import { isErrorCaught, throwError } from './throwing.ts'
import { ringAgain } from './time-limit.ts'
import { trigger } from './trigger.ts'
import { evaluateText, propagate } from './variables.ts'

/**
 * Applies one command. The state that goes in stays as it is; the one that comes out has every token at rest.
 * Throws `CommandError` for a command that is not legal now.
 */
export function advance(process: Process, state: State, command: Command): Step {
  if (!isObject(state)) throw new CommandError('STATE_INVALID', 'not a state')
  if (!isObject(command)) throw new CommandError('UNKNOWN_COMMAND', 'not a command')
  if (state.status !== 'running') {
    throw new CommandError('NOT_RUNNING', `instance ${state.id} is ${state.status}`)
  }
  checkTime(command.at)
  if ('variables' in command && command.variables !== undefined) checkVariables(command.variables)
  const run = new Run(process, instanceOf(process, state), command.at)
  if ('by' in command && command.by !== undefined) actFor(run, command.by)
  apply(run, command)
  drain(run)
  return { state: run.state(), events: run.events, effects: run.effects }
}

function actFor(run: Run, by: Actor): void {
  checkActor(by)
  run.by = by.user
  run.onBehalfOf = by.onBehalfOf
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

function apply(run: Run, command: Command): void {
  switch (command.type) {
    case 'completeTask':
      completeTask(run, command.taskId, command.variables)
      return
    case 'completeJob':
      finish(run, waiting(run, command.jobId, 'job', 'UNKNOWN_JOB'), command.variables)
      return
    case 'failJob':
      failJob(run, command)
      return
    case 'timerFired':
      fireTimer(run, command.timerId, command.due)
      return
    case 'messageReceived':
      receiveMessage(run, command.name, command.correlationKey, command.variables)
      return
    case 'signalReceived':
      receiveSignal(run, command.name, command.variables)
      return
    case 'callCompleted':
      completeCall(run, command.callId, command.variables)
      return
    case 'callFailed':
      failCall(run, command.callId, command.errorCode)
      return
    case 'retryIncident':
      retry(run, command.incidentId, command.variables)
      return
    case 'cancel':
      cancelInside(run, 0)
      run.finish('cancelled')
      run.emit({
        type: 'instanceCancelled',
        ...(command.reason === undefined ? {} : { reason: command.reason }),
      })
      return
    case 'returnTo':
    case 'withdraw':
    case 'takeBack':
    case 'transfer':
    case 'delegate':
    case 'addSigner':
    case 'removeSigner':
    case 'terminate':
    case 'jump':
    case 'handOver':
    case 'holdersKnown':
      applyVerb(run, command)
      return
    default:
      throw new CommandError('UNKNOWN_COMMAND', 'no such command')
  }
}

function completeTask(run: Run, taskId: string, variables: Variables | undefined): void {
  const { node, signer } = openPlace(run, taskId)
  if (signer) sign(run, node, signer, variables)
  else finish(run, node, variables)
}

/** The node that the caller means, provided that it is what the command is for and still waits. */
function waiting(run: Run, id: string, kind: NodeKind, code: CommandCode): Node {
  const node = typeof id === 'string' ? run.find(keyOf(id)) : undefined
  if (!node || node.kind !== kind || publicId(node) !== id || node.failed?.do === 'finish') {
    throw new CommandError(code, `${String(id)} does not wait for this`, { taskId: String(id) })
  }
  return node
}

function finish(run: Run, node: Node, variables: Variables | undefined): void {
  // work that had failed and was done all the same
  if (node.failed) run.emit({ type: 'incidentResolved', elementId: node.at, incidentId: publicId(node) })
  run.push({ do: 'finish', key: node.key, ...(variables === undefined ? {} : { variables }) })
}

function failJob(run: Run, command: Extract<Command, { type: 'failJob' }>): void {
  const node = waiting(run, command.jobId, 'job', 'UNKNOWN_JOB')
  const element = run.element(node.at)
  run.answered = node.key
  if (command.errorCode !== undefined) {
    throwError(run, node.key, command.errorCode)
    return
  }
  const changed = run.patch(node.key, { retries: command.retries })
  if (command.retries > 0) {
    const jobType = element.job && evaluateText(run, element.job.type, node.key)
    offerJob(run, element, changed, jobType ?? '')
    return
  }
  fail(run, node, 'JOB_FAILED', command.message)
}

/** The job or call stays open as an incident; a retry offers it once more under the same id. */
function fail(run: Run, node: Node, code: string, message: string): void {
  run.patch(node.key, { failed: { do: 'begin', key: node.key } })
  run.emit({ type: 'incidentRaised', elementId: node.at, code, message, incidentId: publicId(node) })
}

function fireTimer(run: Run, timerId: string, due: string | undefined): void {
  const node = waiting(run, timerId, 'wait', 'UNKNOWN_TIMER')
  const { wait } = node
  if (wait?.for !== 'timer') throw new CommandError('UNKNOWN_TIMER', `${timerId} is no timer`)
  if (due !== undefined && wait.every !== undefined) run.patch(node.key, { wait: { ...wait, due } })
  trigger(run, run.get(node.key))
}

/** One message starts one thing: the event that has waited for it longest. */
function receiveMessage(run: Run, name: string, key: Json | undefined, variables?: Variables): void {
  const node = run.nodes.find(
    ({ wait }) => wait?.for === 'message' && wait.name === name && isSameKey(wait.key, key),
  )
  if (!node) throw new CommandError('MESSAGE_NOT_EXPECTED', `nothing waits for message ${name}`)
  trigger(run, node, variables)
}

/** A key on only one side does not separate: the caller may already know the instance. */
function isSameKey(expected: Json | undefined, given: Json | undefined): boolean {
  if (expected === undefined || given === undefined) return true
  return JSON.stringify(expected) === JSON.stringify(given)
}

/** A signal reaches everything that waits for it at this moment; what it ends by the way gets none. */
function receiveSignal(run: Run, name: string, variables?: Variables): void {
  const receivers = run.nodes.filter(({ wait }) => wait?.for === 'signal' && wait.name === name)
  for (const { key } of receivers) {
    const node = run.find(key)
    if (!node) continue
    trigger(run, node, variables)
    drain(run)
  }
}

function completeCall(run: Run, callId: string, variables: Variables | undefined): void {
  const node = waiting(run, callId, 'call', 'UNKNOWN_CALL')
  const element = run.element(node.at)
  // Zeebe: without propagation the called process's variables reach the output mappings only
  const isKept = element.call?.propagateAllChildVariables || element.outputs.length > 0
  finish(run, node, isKept ? variables : undefined)
}

function failCall(run: Run, callId: string, errorCode: string | undefined): void {
  const node = waiting(run, callId, 'call', 'UNKNOWN_CALL')
  run.answered = node.key
  if (errorCode !== undefined || isErrorCaught(run, node.key, undefined)) {
    throwError(run, node.key, errorCode)
    return
  }
  fail(run, node, 'CALL_FAILED', 'the called process failed')
}

function retry(run: Run, incidentId: string, variables: Variables | undefined): void {
  const node = typeof incidentId === 'string' ? run.find(keyOf(incidentId)) : undefined
  if (!node?.failed || publicId(node) !== incidentId) {
    throw new CommandError('UNKNOWN_INCIDENT', `${String(incidentId)} is no open incident`)
  }
  const { failed } = node
  propagate(run, node.kind === 'incident' ? node.in : node.key, variables)
  if (node.kind === 'incident') run.remove(node.key)
  else {
    run.clearFailed(node.key)
    ringAgain(run, node.key)
  }
  run.emit({ type: 'incidentResolved', elementId: node.at, incidentId })
  run.push(failed)
}
