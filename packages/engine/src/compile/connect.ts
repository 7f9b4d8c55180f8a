import type { Element, Scope } from '../model.ts'
import { isActivity } from '../model.ts'
import type { Drawing } from './drawing.ts'
import { readCanmou } from './canmou.ts'
import { readCondition } from './extensions.ts'
import { idOf, many, one, text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

/** Second pass: everything that refers to another element. */
export function connect(drawing: Drawing, source: ModdleElement, scope: Scope): void {
  for (const child of many(source, 'flowElements')) {
    if (child.$type === 'bpmn:SequenceFlow') connectFlow(drawing, child, scope)
  }
  for (const element of scope.elements) {
    const written = drawing.sources.get(element)
    if (!written) continue
    if (element.type === 'boundaryEvent') attach(drawing, written, element)
    connectDefault(drawing, written, element)
    connectCompensated(drawing, written, element)
    if (element.body) connect(drawing, written, element.body)
  }
  for (const artifact of many(source, 'artifacts')) {
    if (artifact.$type === 'bpmn:Association') connectHandler(drawing, artifact)
  }
  connectLinks(drawing, scope)
  scope.starts = startsOf(scope)
}

function connectFlow(drawing: Drawing, source: ModdleElement, scope: Scope): void {
  const id = drawing.requireId(source)
  if (id === undefined) return
  const [from, to] = [one(source, 'sourceRef'), one(source, 'targetRef')]
  if (!from || !to) {
    drawing.refuse('DANGLING_REFERENCE', source, 'the flow has no source or no target')
    return
  }
  const [start, end] = [drawing.elements.get(idOf(from)), drawing.elements.get(idOf(to))]
  if (!start || !end) {
    // an end that was refused itself is reported there
    const known = drawing.problems.some(
      (found) => found.elementId === idOf(from) || found.elementId === idOf(to),
    )
    if (!known) drawing.refuse('DANGLING_REFERENCE', source, 'the flow leaves the process')
    return
  }
  if (start.scope !== scope || end.scope !== scope) {
    drawing.refuse('FLOW_CROSSES_SCOPE', source, 'a sequence flow cannot cross the border of a sub-process')
    return
  }
  const condition = readCondition(drawing, source)
  const flow = {
    id,
    name: text(source, 'name') ?? '',
    source: start,
    target: end,
    isDefault: false,
    canmou: readCanmou(drawing, source),
    ...(condition ? { condition } : {}),
  }
  drawing.flows.set(id, flow)
  scope.flows.push(flow)
  start.outgoing.push(flow)
  end.incoming.push(flow)
}

function connectDefault(drawing: Drawing, source: ModdleElement, element: Element): void {
  const target = one(source, 'default')
  if (!target) return
  const flow = element.outgoing.find((candidate) => candidate.id === idOf(target))
  if (!flow) {
    drawing.refuse('DANGLING_REFERENCE', source, 'the default flow does not leave this element')
    return
  }
  flow.isDefault = true
  element.defaultFlow = flow
}

function attach(drawing: Drawing, source: ModdleElement, element: Element): void {
  const reference = one(source, 'attachedToRef')
  const host = reference && drawing.elements.get(idOf(reference))
  if (!host || host.scope !== element.scope || !isActivity(host)) {
    drawing.refuse('DANGLING_REFERENCE', source, 'the boundary event sits on no activity of its level')
    return
  }
  element.attachedTo = host
  host.boundaries.push(element)
}

/** `activityRef` of a compensation throw event. */
function connectCompensated(drawing: Drawing, source: ModdleElement, element: Element): void {
  if (element.event?.kind !== 'compensate' || element.type === 'boundaryEvent') return
  const definition = many(source, 'eventDefinitions')[0]
  const reference = definition && one(definition, 'activityRef')
  if (!reference) return
  const activity = drawing.elements.get(idOf(reference))
  if (activity) element.event.activity = activity
  else drawing.refuse('DANGLING_REFERENCE', source, 'the activity to compensate is not in this process')
}

/** The association that leads from a compensation boundary event to the activity that undoes. */
function connectHandler(drawing: Drawing, association: ModdleElement): void {
  const [from, to] = [one(association, 'sourceRef'), one(association, 'targetRef')]
  const [event, handler] = [from && drawing.elements.get(idOf(from)), to && drawing.elements.get(idOf(to))]
  if (event?.type !== 'boundaryEvent' || event.event?.kind !== 'compensate' || !event.attachedTo) return
  if (!handler?.isForCompensation || handler.scope !== event.scope) {
    drawing.refuse('EVENT_INVALID', event.id, 'the compensation event leads to no compensation activity')
    return
  }
  event.attachedTo.compensation = handler
}

function connectLinks(drawing: Drawing, scope: Scope): void {
  const links = scope.elements.filter((element) => element.event?.kind === 'link')
  for (const element of links) {
    if (element.type !== 'intermediateThrowEvent' || element.event?.kind !== 'link') continue
    const { name } = element.event
    element.event.targets = links.filter(
      (other) =>
        other.type === 'intermediateCatchEvent' && other.event?.kind === 'link' && other.event.name === name,
    )
    const count = element.event.targets.length
    if (count === 0) drawing.refuse('DANGLING_REFERENCE', element.id, `no link catch event named ${name}`)
    if (count > 1) drawing.refuse('EVENT_INVALID', element.id, `several link catch events named ${name}`)
  }
}

/** BPMN 2.0.2 §10.5.2: without a start event, every element that nothing leads to is started. */
function startsOf(scope: Scope): Element[] {
  if (scope.startEvents.length > 0) return scope.startEvents.filter((start) => start.event?.kind === 'none')
  return scope.elements.filter(
    (element) =>
      element.incoming.length === 0 &&
      element.type !== 'boundaryEvent' &&
      element.type !== 'eventSubProcess' &&
      element.event?.kind !== 'link' &&
      !element.isForCompensation,
  )
}
