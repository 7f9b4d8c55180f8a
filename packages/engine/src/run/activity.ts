import type { Variables } from '../door.ts'
import type { Element } from '../model.ts'
import type { Completed, Enter, Node } from '../state.ts'
import { carriedOver, comeBack } from './away.ts'
import type { ActivityBehavior, Behavior } from './behavior.ts'
import { cancelSubscriptions } from './cancel.ts'
import { enterLoop, recordOutput } from './loop.ts'
import type { Run } from './run.ts'
import { completed, entered, leave, remember } from './tokens.ts'
import { movedOn, scopeEnded, visited } from './trail.ts'
import { applyMappings, propagate } from './variables.ts'
import { armBoundaries } from './waiting.ts'

/** The course that all activities share: loop marker, input mappings, boundary events, own work. */
export function activity(own: ActivityBehavior): Behavior {
  return {
    enter(run, element, work) {
      if (element.loop && work.loopCounter === undefined) enterLoop(run, element, work)
      else beginInstance(run, element, work, own)
    },
  }
}

function beginInstance(run: Run, element: Element, work: Enter, own: ActivityBehavior): void {
  entered(run, element, work)
  const vars = localVariables(run, element, work)
  const made: Omit<Node, 'key'> = {
    kind: own.isInstant?.(element) ? 'pass' : own.kind,
    at: element.id,
    in: work.in,
  }
  if (vars !== undefined) made.vars = vars
  if (work.loopCounter !== undefined) made.loopCounter = work.loopCounter
  if (work.returned || work.round) Object.assign(made, carriedOver(work))
  const node = run.add(made)
  own.begin(run, element, node)
  if (work.loopCounter === undefined && !own.isInstant?.(element)) armBoundaries(run, element, node)
}

/** Zeebe: input mappings make local variables; each sees the loop's variables and the mappings before it. */
export function localVariables(run: Run, element: Element, work: Enter): Variables | undefined {
  if (element.inputs.length === 0) return work.vars
  return { ...work.vars, ...applyMappings(run, element.inputs, work.in, work.vars ?? {}) }
}

/**
 * Ends an activity or a catching event that is done. With output mappings only their results leave it (Zeebe's
 * rule); without, everything that came with the completion does.
 */
export function finishActivity(
  run: Run,
  element: Element,
  node: Node,
  variables: Variables | undefined,
): void {
  const locals = variables === undefined ? node.vars : { ...node.vars, ...variables }
  const outputs =
    element.outputs.length > 0
      ? applyMappings(run, element.outputs, node.in < 0 ? 0 : node.in, locals ?? {})
      : undefined
  const store = node.loopCounter === undefined ? undefined : recordOutput(run, element, node, locals, outputs)
  if (outputs) propagate(run, node.in, outputs)
  else propagate(run, node.key, variables)
  if (element.boundaries.length > 0 || element.canmou.limit) cancelSubscriptions(run, node.key)
  const final = run.get(node.key)
  run.remove(node.key)
  completed(run, element, node.loopCounter)
  const record = completedRecord(element, final)
  if (record) remember(run, node.in, record)
  if (final.home !== undefined) comeBack(run, final.home, final)
  else {
    if (node.loopCounter === undefined && !element.isForCompensation) leaveTrail(run, final)
    if (store) store()
    else leave(run, element, node.in)
  }
}

/** What was done is kept on the trail where somebody may later want to go back to it. */
function leaveTrail(run: Run, node: Node): void {
  if (node.kind === 'task') visited(run, node, node.round ? node : undefined)
  else if (node.kind === 'scope') scopeEnded(run, node)
  else if (node.kind === 'job' || node.kind === 'call') movedOn(run)
}

/** What compensation has to know about a completed activity; undefined when there is nothing to undo. */
function completedRecord(element: Element, node: Node): Completed | undefined {
  const vars = node.vars === undefined ? {} : { vars: node.vars }
  if (element.compensation) return { at: element.id, ...vars }
  if (node.done !== undefined && node.done.length > 0 && element.type === 'subProcess') {
    return { at: element.id, ...vars, inside: node.done }
  }
  return undefined
}
