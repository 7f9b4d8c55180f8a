import type { Node } from '../state.ts'
import { publicId } from './run.ts'
import type { Run } from './run.ts'
import { openTaskIds, withdrawTask } from './signing.ts'

/** Ends a node, all that is alive inside it, and every event that is waited for on its behalf. */
export function cancelNode(run: Run, key: number): void {
  cancelWhere(run, (node) => node.key === key)
}

/** Ends everything inside a scope or loop body; the node itself stays, with no token. */
export function cancelInside(run: Run, key: number): void {
  cancelWhere(run, (node) => node.in === key || node.host === key)
  const { joins: _, came: __, ends: ___, ...scope } = run.get(key)
  const emptied: Node = { ...scope, live: 0 }
  run.replace(key, emptied)
  for (let index = run.queue.length - 1; index >= 0; index--) {
    const work = run.queue[index]
    if (work && 'in' in work && work.in === key) run.queue.splice(index, 1)
  }
}

/** Stops waiting for the boundary events of an activity or the event sub-processes of a scope. */
export function cancelSubscriptions(run: Run, host: number): void {
  if (run.nodes.some((node) => node.host === host)) cancelWhere(run, (node) => node.host === host)
}

/** Ends the nodes that are meant, and everything that lives in them or waits on their behalf. */
export function cancelWhere(run: Run, isRoot: (node: Node) => boolean): void {
  const doomed = new Set<number>()
  // a node's key is greater than those of the nodes it lives in, so one pass in order finds all
  for (const node of run.nodes) {
    const inside =
      doomed.has(node.in) ||
      (node.host !== undefined && doomed.has(node.host)) ||
      (node.home !== undefined && doomed.has(node.home))
    if (inside || isRoot(node)) doomed.add(node.key)
  }
  for (const node of run.nodes) if (doomed.has(node.key)) announce(run, node)
  run.removeAll(doomed)
}

function announce(run: Run, node: Node): void {
  const id = publicId(node)
  // work that has been answered and then failed is nobody's any more
  const isOpen = node.key !== run.answered && !node.failed
  if (node.kind === 'task' && isOpen) for (const taskId of openTaskIds(node)) withdrawTask(run, taskId)
  else if (node.kind === 'job' && isOpen) run.effect({ type: 'cancelJob', jobId: id })
  else if (node.kind === 'call' && isOpen) run.effect({ type: 'cancelCall', callId: id })
  else if (node.wait?.for === 'timer' && isOpen) run.effect({ type: 'cancelTimer', timerId: id })
  // a step that is away was withdrawn when its token left
  if (node.host !== undefined || node.kind === 'away') return
  const { loopCounter } = node
  run.emit({
    type: 'elementCancelled',
    elementId: node.at,
    ...(loopCounter === undefined ? {} : { loopCounter }),
  })
}

/**
 * An event in the scope ends everything in it. The scope keeps where what was ended had come from, and none of it can
 * be gone back to one by one.
 */
export function withdrawInside(run: Run, key: number): number[] {
  const scope = run.get(key)
  const led = sourcesInside(run, scope)
  cancelInside(run, key)
  const ends = scope.in < 0 ? [] : led.filter((from) => from !== (scope.from ?? 0))
  run.patch(key, { cut: true, ...(ends.length > 0 ? { ends } : {}) })
  return led
}

/** The visits that the tokens of a scope come from, and those that have ended in it. */
export function sourcesInside(run: Run, scope: Node): number[] {
  const tokens = run.nodes.filter(
    (node) => node.in === scope.key && node.host === undefined && node.home === undefined,
  )
  const waiting = Object.values(scope.came ?? {}).flat()
  return [...new Set([...tokens.map((node) => node.from ?? 0), ...waiting, ...(scope.ends ?? [])])]
}
