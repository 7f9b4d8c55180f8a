import type { Variables } from '../door.ts'
import type { Node } from '../state.ts'
import { cancelSubscriptions } from './cancel.ts'
import type { Run } from './run.ts'
import { completed, entered } from './tokens.ts'
import { fireBoundary, fireEventSubProcess } from './throwing.ts'
import { clockRang } from './time-limit.ts'
import { nextFiring, startWaiting } from './waiting.ts'

/** What a waiting node waits for has happened. */
export function trigger(run: Run, node: Node, variables?: Variables): void {
  const element = run.element(node.at)
  if (node.host === undefined) {
    run.push({ do: 'finish', key: node.key, ...(variables === undefined ? {} : { variables }) })
    return
  }
  if (node.clock) {
    clockRang(run, node, node.clock)
    return
  }
  if (element.type !== 'boundaryEvent' && element.type !== 'startEvent') {
    chooseEvent(run, node, variables)
    return
  }
  if (element.interrupting) run.remove(node.key)
  else rearm(run, node)
  if (element.type === 'boundaryEvent') fireBoundary(run, node.host, element, variables)
  else fireEventSubProcess(run, node.host, element, variables)
}

/** A timer fires again under a new id while its cycle lasts; a message or signal goes on being waited for. */
function rearm(run: Run, node: Node): void {
  if (node.wait?.for !== 'timer') return
  const wait = nextFiring(node.wait)
  run.remove(node.key)
  if (!wait || node.host === undefined) return
  startWaiting(run, wait, { at: node.at, in: node.in, host: node.host }, node.wait.due)
}

/** The first event behind an event-based gateway decides: the others are no longer waited for. */
function chooseEvent(run: Run, node: Node, variables?: Variables): void {
  if (node.host === undefined) return
  const choice = run.get(node.host)
  run.from = choice.from ?? 0
  const event = run.element(node.at)
  const gateway = run.element(choice.at)
  const flow = event.incoming.find((incoming) => incoming.source === gateway)
  run.remove(node.key)
  cancelSubscriptions(run, choice.key)
  run.remove(choice.key)
  completed(run, gateway)
  if (flow) run.emit({ type: 'flowTaken', elementId: flow.id })
  entered(run, event, {})
  const reached = run.add({ kind: 'wait', at: node.at, in: choice.in })
  run.push({ do: 'finish', key: reached.key, ...(variables === undefined ? {} : { variables }) })
}
