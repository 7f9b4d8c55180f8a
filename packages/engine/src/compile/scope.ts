import type { Element, ElementType, Scope } from '../model.ts'
import type { Drawing } from './drawing.ts'
import { placeOf, readEvent, readMessage } from './events.ts'
import { readExtensions } from './extensions.ts'
import { readLoop } from './loop.ts'
import { flag, idOf, many, one, text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

const maxNesting = 50

const elementTypes: Record<string, ElementType | undefined> = {
  'bpmn:StartEvent': 'startEvent',
  'bpmn:EndEvent': 'endEvent',
  'bpmn:IntermediateCatchEvent': 'intermediateCatchEvent',
  'bpmn:IntermediateThrowEvent': 'intermediateThrowEvent',
  'bpmn:BoundaryEvent': 'boundaryEvent',
  'bpmn:Task': 'task',
  'bpmn:UserTask': 'userTask',
  'bpmn:ManualTask': 'manualTask',
  'bpmn:ServiceTask': 'serviceTask',
  'bpmn:ScriptTask': 'scriptTask',
  'bpmn:SendTask': 'sendTask',
  'bpmn:ReceiveTask': 'receiveTask',
  'bpmn:BusinessRuleTask': 'businessRuleTask',
  'bpmn:CallActivity': 'callActivity',
  'bpmn:SubProcess': 'subProcess',
  'bpmn:ExclusiveGateway': 'exclusiveGateway',
  'bpmn:ParallelGateway': 'parallelGateway',
  'bpmn:InclusiveGateway': 'inclusiveGateway',
  'bpmn:EventBasedGateway': 'eventBasedGateway',
}

/** Flow elements that carry data, not tokens. */
const passive: ReadonlySet<string> = new Set([
  'bpmn:DataObject',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
])

/** Builds one level and, inside it, the levels of its sub-processes. Flows are connected afterwards. */
export function readScope(
  drawing: Drawing,
  source: ModdleElement,
  scope: Scope,
  level: 'process' | 'subProcess' | 'eventSubProcess',
  depth = 0,
): void {
  if (depth > maxNesting) {
    drawing.refuse('NESTING_TOO_DEEP', source, `more than ${maxNesting} sub-processes inside one another`)
    return
  }
  const lanes = laneNames(source)
  for (const child of many(source, 'flowElements')) {
    if (child.$type === 'bpmn:SequenceFlow' || passive.has(child.$type)) continue
    const element = readElement(drawing, child, scope, level)
    if (!element) continue
    element.lanes = lanes.get(element.id) ?? []
    scope.elements.push(element)
    if (element.type === 'eventSubProcess') scope.eventSubProcesses.push(element)
    if (element.type === 'startEvent') scope.startEvents.push(element)
    if (element.type === 'subProcess' || element.type === 'eventSubProcess') {
      element.body = emptyScope(element.id, scope, element)
      readScope(drawing, child, element.body, element.type, depth + 1)
    }
  }
}

export function emptyScope(id: string, parent?: Scope, owner?: Element): Scope {
  return {
    id,
    ...(parent ? { parent } : {}),
    ...(owner ? { owner } : {}),
    elements: [],
    flows: [],
    starts: [],
    startEvents: [],
    eventSubProcesses: [],
  }
}

function readElement(
  drawing: Drawing,
  source: ModdleElement,
  scope: Scope,
  level: 'process' | 'subProcess' | 'eventSubProcess',
): Element | undefined {
  const type = elementTypes[source.$type]
  const id = drawing.requireId(source)
  if (!type) {
    drawing.refuse('UNSUPPORTED_ELEMENT', source, `${source.$type} is not supported`)
    return undefined
  }
  if (id === undefined) return undefined
  const element: Element = {
    id,
    type: type === 'subProcess' && flag(source, 'triggeredByEvent', false) ? 'eventSubProcess' : type,
    name: text(source, 'name') ?? '',
    scope,
    incoming: [],
    outgoing: [],
    boundaries: [],
    inputs: [],
    outputs: [],
    isForCompensation: flag(source, 'isForCompensation', false),
    lanes: [],
    properties: {},
    canmou: {},
  }
  drawing.elements.set(id, element)
  drawing.sources.set(element, source)
  readDetails(drawing, source, element, level)
  return element
}

function readDetails(
  drawing: Drawing,
  source: ModdleElement,
  element: Element,
  level: 'process' | 'subProcess' | 'eventSubProcess',
): void {
  if (/Event$/.test(element.type)) element.event = readEvent(drawing, source, placeOf(element.type, level))
  if (element.type === 'boundaryEvent') element.interrupting = flag(source, 'cancelActivity', true)
  if (element.type === 'startEvent' && level === 'eventSubProcess') {
    element.interrupting = flag(source, 'isInterrupting', true)
  }
  if (element.type === 'receiveTask') {
    element.event = readMessage(drawing, source, one(source, 'messageRef'), true)
    if (flag(source, 'instantiate', false)) {
      drawing.refuse('UNSUPPORTED_ELEMENT', source, 'a receive task cannot start a process')
    }
  }
  if (element.type === 'eventBasedGateway' && flag(source, 'instantiate', false)) {
    drawing.refuse('UNSUPPORTED_ELEMENT', source, 'an event-based gateway cannot start a process')
  }
  for (const quantity of ['startQuantity', 'completionQuantity']) {
    if ((source[quantity] ?? 1) !== 1) {
      drawing.refuse('UNSUPPORTED_ELEMENT', source, `${quantity} other than 1 is not supported`)
    }
  }
  readExtensions(drawing, source, element)
  if (element.type === 'sendTask' && !element.job) {
    element.event = readMessage(drawing, source, one(source, 'messageRef'), true)
  }
  const loop = readLoop(drawing, source)
  if (loop && element.type === 'eventSubProcess') {
    drawing.refuse('UNSUPPORTED_ELEMENT', source, 'an event sub-process cannot loop')
  } else if (loop) element.loop = loop
}

/** Lane names per element id; lanes only say who, they change no behaviour. */
function laneNames(source: ModdleElement): Map<string, string[]> {
  const names = new Map<string, string[]>()
  const visit = (laneSet: ModdleElement, above: string[]): void => {
    for (const lane of many(laneSet, 'lanes')) {
      const path = [...above, text(lane, 'name') ?? idOf(lane)]
      for (const member of many(lane, 'flowNodeRef')) names.set(idOf(member), path)
      const inner = one(lane, 'childLaneSet')
      if (inner && path.length <= maxNesting) visit(inner, path)
    }
  }
  for (const laneSet of many(source, 'laneSets')) visit(laneSet, [])
  return names
}
