import type { Element, Scope } from '../model.ts'
import { isActivity } from '../model.ts'
import { checkCanmou } from './canmou-checks.ts'
import type { Drawing } from './drawing.ts'

/** Last pass: what the standard forbids and the earlier passes could not see. */
export function check(drawing: Drawing, scope: Scope): void {
  // what would have started may be among the elements already refused
  const isWhole = drawing.problems.length === 0
  if (isWhole && !scope.owner && scope.startEvents.length === 0 && scope.starts.length === 0) {
    drawing.refuse('NO_START', scope.id, 'nothing in the process can start')
  }
  if (scope.owner) checkStarts(drawing, scope, scope.owner)
  for (const element of scope.elements) {
    checkFlows(drawing, element)
    checkEvent(drawing, element)
    checkCanmou(drawing, element)
    if (element.body) check(drawing, element.body)
  }
}

function checkStarts(drawing: Drawing, scope: Scope, owner: Element): void {
  if (owner.type === 'eventSubProcess' && scope.startEvents.length !== 1) {
    drawing.refuse('EVENT_INVALID', owner.id, 'an event sub-process needs exactly one start event')
  }
  if (owner.type === 'subProcess' && scope.startEvents.length > 1) {
    drawing.refuse('EVENT_INVALID', owner.id, 'a sub-process has at most one start event')
  }
  if (owner.type === 'subProcess' && scope.starts.length === 0 && scope.elements.length > 0) {
    if (scope.startEvents.length === 0)
      drawing.refuse('NO_START', owner.id, 'nothing in the sub-process can start')
  }
}

/** Which elements may have sequence flows before and after them (BPMN 2.0.2 §7.6.1). */
function checkFlows(drawing: Drawing, element: Element): void {
  const outside = element.type === 'eventSubProcess' || element.isForCompensation
  const noEntry =
    outside ||
    element.type === 'startEvent' ||
    element.type === 'boundaryEvent' ||
    isLink(element, 'intermediateCatchEvent')
  const noExit =
    outside || element.type === 'endEvent' || isLink(element, 'intermediateThrowEvent') || isUndo(element)
  if (noEntry && element.incoming.length > 0) {
    drawing.refuse('FLOW_NOT_ALLOWED', element.id, 'no sequence flow may lead here')
  }
  if (noExit && element.outgoing.length > 0) {
    drawing.refuse('FLOW_NOT_ALLOWED', element.id, 'no sequence flow may leave here')
  }
  if (element.type === 'parallelGateway' || element.type === 'eventBasedGateway') {
    const conditional = element.outgoing.find((flow) => flow.condition)
    if (conditional)
      drawing.refuse('FLOW_NOT_ALLOWED', conditional.id, `no condition is allowed after a ${element.type}`)
  }
  if (element.type === 'exclusiveGateway' || element.type === 'inclusiveGateway')
    checkDecision(drawing, element)
}

/** A decision's flows each carry a condition, but for the default and for a single way out. */
function checkDecision(drawing: Drawing, element: Element): void {
  if (element.outgoing.length < 2) return
  for (const flow of element.outgoing) {
    if (!flow.condition && !flow.isDefault) {
      drawing.refuse(
        'FLOW_NOT_ALLOWED',
        flow.id,
        'a flow out of a decision needs a condition or must be the default',
      )
    }
  }
}

function checkEvent(drawing: Drawing, element: Element): void {
  if (element.type === 'eventBasedGateway') checkChoice(drawing, element)
  if (isUndo(element) && !element.attachedTo?.compensation) {
    drawing.refuse('EVENT_INVALID', element.id, 'the compensation event leads to no compensation activity')
  }
  const caught = element.event?.kind
  if (element.interrupting === false && caught === 'error') {
    drawing.refuse('EVENT_INVALID', element.id, 'an error always interrupts')
  }
  if (element.isForCompensation && !isActivity(element)) {
    drawing.refuse('EVENT_INVALID', element.id, 'only an activity can compensate')
  }
}

/** BPMN 2.0.2 §10.6.6: events or receive tasks follow an event-based gateway, each reached only from it. */
function checkChoice(drawing: Drawing, element: Element): void {
  if (element.outgoing.length < 1)
    drawing.refuse('EVENT_INVALID', element.id, 'the gateway waits for nothing')
  for (const { target } of element.outgoing) {
    const waits = target.type === 'intermediateCatchEvent' || target.type === 'receiveTask'
    if (!waits || target.event?.kind === 'link') {
      drawing.refuse('EVENT_INVALID', target.id, 'an event-based gateway leads to catching events only')
    }
    if (target.boundaries.length > 0 || target.loop) {
      drawing.refuse(
        'UNSUPPORTED_ELEMENT',
        target.id,
        'not with a boundary event or a loop behind an event-based gateway',
      )
    }
  }
}

function isLink(element: Element, type: Element['type']): boolean {
  return element.type === type && element.event?.kind === 'link'
}

function isUndo(element: Element): boolean {
  return element.type === 'boundaryEvent' && element.event?.kind === 'compensate'
}
