import type { Variables } from '../door.ts'
import type { Scope } from '../model.ts'
import type { Enter, Node } from '../state.ts'
import { finishActivity } from './activity.ts'
import { cancelSubscriptions } from './cancel.ts'
import type { Run } from './run.ts'
import { completed, endToken, remember } from './tokens.ts'
import { scopeEnded } from './trail.ts'
import { applyMappings, propagate } from './variables.ts'
import { startWaiting, waitOf } from './waiting.ts'

/** Waits for the events that start the scope's event sub-processes. */
export function armEventSubProcesses(run: Run, scope: Scope, node: Node): void {
  for (const { body } of scope.eventSubProcesses) {
    for (const start of body?.startEvents ?? []) {
      const wait = waitOf(run, start, node.key)
      if (wait) startWaiting(run, wait, { at: start.id, in: node.key, host: node.key })
    }
  }
}

/** Sends a token to each start of the scope. */
export function startTokens(run: Run, scope: Scope, node: Node, variables?: Variables): void {
  const starts = scope.owner?.type === 'eventSubProcess' ? scope.startEvents : scope.starts
  if (starts.length === 0) {
    run.push({ do: 'finish', key: node.key })
    return
  }
  run.patch(node.key, { live: starts.length })
  for (let index = starts.length - 1; index >= 0; index--) {
    const start = starts[index]
    if (!start) continue
    const enter: Enter = { do: 'enter', at: start.id, in: node.key }
    run.push(variables === undefined ? enter : { ...enter, variables })
  }
}

/** The last token in a scope is gone (BPMN 2.0.2 §13.4.8): the sub-process or the whole process is complete. */
export function finishScope(run: Run, node: Node): void {
  if ((node.live ?? 0) > 0) return
  if (node.in < 0) {
    cancelSubscriptions(run, node.key)
    run.finish('completed')
    run.emit({ type: 'instanceCompleted', variables: run.variables })
    return
  }
  const element = run.element(node.at)
  if (element.type !== 'eventSubProcess') {
    cancelSubscriptions(run, node.key)
    finishActivity(run, element, node, undefined)
    return
  }
  const outputs =
    element.outputs.length > 0 ? applyMappings(run, element.outputs, node.in, node.vars ?? {}) : undefined
  cancelSubscriptions(run, node.key)
  run.remove(node.key)
  propagate(run, node.in, outputs)
  completed(run, element)
  if (node.done) {
    remember(run, node.in, { at: element.id, ...(node.vars ? { vars: node.vars } : {}), inside: node.done })
  }
  scopeEnded(run, node)
  endToken(run, node.in)
}
