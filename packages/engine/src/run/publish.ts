import type { Variables } from '../door.ts'
import type { Element } from '../model.ts'
import { Incident } from './incident.ts'
import type { Run } from './run.ts'
import { movedOn } from './trail.ts'
import { evaluateJson, evaluateText, visible } from './variables.ts'

/** Hands a message to the caller, who knows which instances wait for it; this one is told like any other. */
export function publishMessage(run: Run, element: Element, key: number, locals?: Variables): void {
  const { event } = element
  if (event?.kind !== 'message') return
  const name = evaluateText(run, event.name, key, locals)
  if (name === undefined) throw new Incident('MESSAGE_NAME_MISSING', `${event.name.text} gives no name`)
  const correlationKey = event.correlationKey && evaluateJson(run, event.correlationKey, key, locals)
  movedOn(run)
  run.effect({
    type: 'publishMessage',
    name,
    elementId: element.id,
    ...(correlationKey === undefined ? {} : { correlationKey }),
    variables: sent(run, element, key, locals),
  })
}

export function publishSignal(run: Run, element: Element, key: number, locals?: Variables): void {
  const { event } = element
  if (event?.kind !== 'signal') return
  const name = evaluateText(run, event.name, key, locals)
  if (name === undefined) throw new Incident('SIGNAL_NAME_MISSING', `${event.name.text} gives no name`)
  movedOn(run)
  run.effect({
    type: 'publishSignal',
    name,
    elementId: element.id,
    variables: sent(run, element, key, locals),
  })
}

/** With input mappings only what they name is sent; without, everything that can be seen. */
function sent(run: Run, element: Element, key: number, locals?: Variables): Variables {
  if (element.inputs.length === 0) return visible(run, key, locals)
  return locals ?? run.find(key)?.vars ?? {}
}
