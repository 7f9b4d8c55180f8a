import type { Node } from '../state.ts'
import { inclusiveReach } from './reachability.ts'
import { Incident } from './incident.ts'
import type { Run } from './run.ts'
import { fireInclusive } from '../elements/inclusive-gateway.ts'
import { trigger } from './trigger.ts'
import { evaluate } from './variables.ts'

/**
 * When every token waits, two things may still move: an inclusive join whose missing tokens can no longer come,
 * and an event whose condition has become true. Returns whether one did.
 */
export function settle(run: Run): boolean {
  if (run.process.hasInclusiveJoins && settleJoins(run)) return true
  return run.process.hasConditions && settleConditions(run)
}

function settleJoins(run: Run): boolean {
  for (const scope of run.nodes) {
    if (!scope.joins) continue
    let active: Set<string> | undefined
    for (const flowId of Object.keys(scope.joins)) {
      const gateway = run.process.flows.get(flowId)?.target
      if (gateway?.type !== 'inclusiveGateway') continue
      active ??= locations(run, scope)
      if (inclusiveReach(gateway).isComplete(scope.joins, active)) {
        fireInclusive(run, gateway, scope)
        return true
      }
    }
  }
  return false
}

/** Ids of the elements in the scope that hold a token. */
function locations(run: Run, scope: Node): Set<string> {
  const active = new Set<string>()
  for (const node of run.nodes) {
    // a step done for one that is away holds no token of its own
    if (node.in === scope.key && node.host === undefined && node.home === undefined) active.add(node.at)
  }
  return active
}

function settleConditions(run: Run): boolean {
  for (const node of run.nodes) {
    if (node.wait?.for !== 'condition') continue
    const holds = isTrue(run, node)
    if (holds === node.wait.was) continue
    run.patch(node.key, { wait: { for: 'condition', was: holds } })
    if (!holds) continue
    trigger(run, run.get(node.key))
    return true
  }
  return false
}

function isTrue(run: Run, node: Node): boolean {
  const { event } = run.element(node.at)
  if (event?.kind !== 'conditional') return false
  try {
    return evaluate(run, event.condition, node.host ?? node.in) === true
  } catch (cause) {
    // what cannot be worked out yet has not come true
    if (cause instanceof Incident) return false
    throw cause
  }
}
