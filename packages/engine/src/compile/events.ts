import { literal } from '../feel/expression.ts'
import { anchor, isCron, parseCycle, parseDuration } from '../time/timer.ts'
import type { ElementType, EventDefinition, Timer } from '../model.ts'
import { expressionBody } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { extension, flag, idOf, many, one, text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

type Kind = EventDefinition['kind']

/** Where each kind of event may stand (BPMN 2.0.2 tables 10.84–10.93), less what this engine does not run. */
const places: Record<string, readonly Kind[]> = {
  processStart: ['none', 'message', 'timer', 'signal'],
  subProcessStart: ['none'],
  eventSubProcessStart: ['message', 'timer', 'signal', 'error', 'escalation', 'conditional'],
  intermediateCatchEvent: ['timer', 'message', 'signal', 'conditional', 'link'],
  intermediateThrowEvent: ['none', 'message', 'signal', 'escalation', 'compensate', 'link'],
  endEvent: ['none', 'message', 'signal', 'error', 'escalation', 'terminate', 'compensate'],
  boundaryEvent: ['timer', 'message', 'signal', 'error', 'escalation', 'conditional', 'compensate'],
}

const kinds: Record<string, Kind | undefined> = {
  'bpmn:TimerEventDefinition': 'timer',
  'bpmn:MessageEventDefinition': 'message',
  'bpmn:SignalEventDefinition': 'signal',
  'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation',
  'bpmn:ConditionalEventDefinition': 'conditional',
  'bpmn:TerminateEventDefinition': 'terminate',
  'bpmn:CompensateEventDefinition': 'compensate',
  'bpmn:LinkEventDefinition': 'link',
}

/** Reads what an event waits for or throws; `place` is where it stands. */
export function readEvent(drawing: Drawing, source: ModdleElement, place: string): EventDefinition {
  const definitions = [...many(source, 'eventDefinitions'), ...many(source, 'eventDefinitionRef')]
  const none: EventDefinition = { kind: 'none' }
  const [definition, second] = definitions
  if (second) {
    drawing.refuse('UNSUPPORTED_ELEMENT', source, 'an event with several definitions')
    return none
  }
  const kind = definition ? kinds[definition.$type] : 'none'
  if (!kind) {
    drawing.refuse('UNSUPPORTED_ELEMENT', source, `${definition?.$type ?? ''} is not supported`)
    return none
  }
  if (!places[place]?.includes(kind)) {
    const code = kind === 'none' ? 'EVENT_INVALID' : 'UNSUPPORTED_ELEMENT'
    drawing.refuse(code, source, `a ${kind} event cannot stand here (${place})`)
    return none
  }
  return definition ? readDefinition(drawing, source, definition, kind, place) : none
}

function readDefinition(
  drawing: Drawing,
  source: ModdleElement,
  definition: ModdleElement,
  kind: Kind,
  place: string,
): EventDefinition {
  switch (kind) {
    case 'timer':
      return { kind, timer: readTimer(drawing, source, definition, place) }
    case 'message': {
      // a thrown message with zeebe:taskDefinition is a worker's job and needs no message of its own
      const needed = !(place.endsWith('Throw') || place === 'endEvent' || place === 'intermediateThrowEvent')
      const isJob = extension(source, 'zeebe:TaskDefinition') !== undefined
      return readMessage(drawing, source, one(definition, 'messageRef'), needed || !isJob)
    }
    case 'signal': {
      const signal = one(definition, 'signalRef')
      const name = signal && (text(signal, 'name') ?? idOf(signal))
      if (name === undefined) drawing.refuse('EVENT_INVALID', source, 'the event names no signal')
      // There is no instance yet whose variables could say it.
      if (place === 'processStart' && name?.startsWith('='))
        drawing.refuse('EVENT_INVALID', source, 'a signal that starts a process has a fixed name')
      return { kind, name: drawing.value(name ?? '', source) }
    }
    case 'error':
      return { kind, ...readCode(drawing, source, one(definition, 'errorRef'), 'errorCode') }
    case 'escalation':
      return { kind, ...readCode(drawing, source, one(definition, 'escalationRef'), 'escalationCode') }
    case 'conditional': {
      const holder = one(definition, 'condition')
      const body = holder && expressionBody(drawing, source, holder)
      if (body === undefined) drawing.refuse('EVENT_INVALID', source, 'the event has no condition')
      return { kind, condition: drawing.feel(body ?? 'false', source) }
    }
    case 'link':
      return { kind, name: text(definition, 'name') ?? text(source, 'name') ?? '', targets: [] }
    case 'compensate':
      if (!flag(definition, 'waitForCompletion', true)) {
        drawing.refuse('UNSUPPORTED_ELEMENT', source, 'compensation is always waited for')
      }
      return { kind }
    case 'terminate':
    case 'none':
      return { kind }
  }
}

/** A message's name and correlation key; used by receive tasks too. */
export function readMessage(
  drawing: Drawing,
  source: ModdleElement,
  message: ModdleElement | undefined,
  required: boolean,
): Extract<EventDefinition, { kind: 'message' }> {
  const name = message && (text(message, 'name') ?? idOf(message))
  if (!message || name === undefined) {
    if (required) drawing.refuse('MESSAGE_MISSING', source, 'no message is named')
    return { kind: 'message', name: literal('') }
  }
  const correlationKey = drawing.optionalValue(
    source,
    extension(message, 'zeebe:Subscription'),
    'correlationKey',
  )
  return { kind: 'message', name: drawing.value(name, source), ...(correlationKey ? { correlationKey } : {}) }
}

function readCode(
  drawing: Drawing,
  source: ModdleElement,
  target: ModdleElement | undefined,
  attribute: string,
): { code?: string } {
  if (!target) return {}
  const code = text(target, attribute) ?? text(target, 'name') ?? idOf(target)
  if (code.startsWith('=')) drawing.refuse('EVENT_INVALID', source, 'a code must be a fixed text')
  return { code }
}

const timerKinds = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const

function readTimer(drawing: Drawing, source: ModdleElement, definition: ModdleElement, place: string): Timer {
  const found = timerKinds.flatMap(([attribute, type]) => {
    const holder = one(definition, attribute)
    const body = holder && text(holder, 'body')
    return body === undefined ? [] : [{ type, value: drawing.value(body, source) }]
  })
  const [timer, second] = found
  if (!timer || second) {
    drawing.refuse('TIMER_INVALID', source, 'a timer needs one of timeDate, timeDuration, timeCycle')
    return { type: 'date', value: literal('') }
  }
  if (timer.value.isLiteral) checkLiteral(drawing, source, timer, place)
  if (timer.type === 'cycle' && place === 'intermediateCatchEvent') {
    drawing.refuse('TIMER_INVALID', source, 'a cycle cannot be waited for in the flow')
  }
  return timer
}

function checkLiteral(drawing: Drawing, source: ModdleElement, timer: Timer, place: string): void {
  const written = timer.value.text
  const ok =
    timer.type === 'date'
      ? anchor(written, '2000-01-01T00:00:00Z') !== undefined
      : timer.type === 'duration'
        ? parseDuration(written) !== undefined
        : parseCycle(written) !== undefined || (place === 'processStart' && isCron(written))
  if (!ok) drawing.refuse('TIMER_INVALID', source, `not a valid ${timer.type}: ${written}`)
}

/** The name in the table above for an event of this type, at this level. */
export function placeOf(type: ElementType, level: 'process' | 'subProcess' | 'eventSubProcess'): string {
  return type === 'startEvent' ? `${level}Start` : type
}
