import type { Element } from '../model.ts'
import { activity } from '../run/activity.ts'
import { Incident } from '../run/incident.ts'
import { publicId } from '../run/run.ts'
import type { Run } from '../run/run.ts'
import { evaluateText, visible } from '../run/variables.ts'
import type { Node } from '../state.ts'

/** Another process does the work: the caller starts it and answers with `callCompleted` or `callFailed`. */
export const callActivity = activity({ kind: 'call', begin: startCall })

export function startCall(run: Run, element: Element, node: Node): void {
  const { call } = element
  const processId = call && evaluateText(run, call.processId, node.key)
  if (!call || processId === undefined) throw new Incident('CALLED_PROCESS_MISSING', 'no process to call')
  run.effect({
    type: 'callProcess',
    callId: publicId(node),
    elementId: element.id,
    processId,
    variables: call.propagateAllParentVariables ? visible(run, node.key) : (node.vars ?? {}),
  })
}
