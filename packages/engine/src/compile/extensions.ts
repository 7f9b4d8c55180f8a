import { literal } from '../feel/expression.ts'
import type { Assignment, Call, Element, Job, Mapping } from '../model.ts'
import { readCanmou } from './canmou.ts'
import { expressionBody } from './drawing.ts'
import type { Drawing } from './drawing.ts'
import { extension, extensions, flag, many, one, text } from './moddle-read.ts'
import type { ModdleElement } from './moddle-read.ts'

/** Camunda 8's default number of attempts for a job. */
const defaultRetries = '3'

/** Reads everything that the extension elements say about how the element is carried out. */
export function readExtensions(drawing: Drawing, source: ModdleElement, element: Element): void {
  element.properties = readProperties(source)
  element.canmou = readCanmou(drawing, source)
  for (const mapping of extensions(source, 'zeebe:IoMapping')) {
    element.inputs.push(...readMappings(drawing, source, many(mapping, 'inputParameters')))
    element.outputs.push(...readMappings(drawing, source, many(mapping, 'outputParameters')))
  }
  if (element.type === 'userTask') readUserTask(drawing, source, element)
  if (element.type === 'startEvent') readForm(drawing, source, element)
  if (element.type === 'callActivity') readCall(drawing, source, element)
  if (element.type === 'scriptTask') readScript(drawing, source, element)
  readJob(drawing, source, element)
  refuseListeners(drawing, source)
}

/** Listeners are work before or after the element; to leave them out would change what the drawing says. */
function refuseListeners(drawing: Drawing, source: ModdleElement): void {
  for (const type of ['zeebe:ExecutionListeners', 'zeebe:TaskListeners']) {
    const isUsed = extensions(source, type).some((holder) => many(holder, 'listeners').length > 0)
    if (isUsed) drawing.refuse('UNSUPPORTED_ELEMENT', source, `${type} are not supported`)
  }
}

export function readProperties(source: ModdleElement): Readonly<Record<string, string>> {
  const pairs = extensions(source, 'zeebe:Properties').flatMap((holder) => many(holder, 'properties'))
  return Object.fromEntries(pairs.map((pair) => [text(pair, 'name') ?? '', text(pair, 'value') ?? '']))
}

function readMappings(drawing: Drawing, owner: ModdleElement, parameters: ModdleElement[]): Mapping[] {
  return parameters.flatMap((parameter) => {
    const target = variableName(drawing, owner, text(parameter, 'target'), 'mapping target')
    const source = text(parameter, 'source')
    if (target === undefined) return []
    return [
      { source: source === undefined ? drawing.feel('null', owner) : drawing.value(source, owner), target },
    ]
  })
}

/** A variable's name as FEEL can read it; dots make a path into a context, as in Zeebe's mappings. */
export function variableName(
  drawing: Drawing,
  owner: ModdleElement,
  name: string | undefined,
  what: string,
): string | undefined {
  const ok = name?.split('.').every((part) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(part) && part !== '__proto__')
  if (name !== undefined && ok) return name
  drawing.refuse('ATTRIBUTE_INVALID', owner, `${what} is not a variable name: ${name ?? ''}`)
  return undefined
}

function readUserTask(drawing: Drawing, source: ModdleElement, element: Element): void {
  readForm(drawing, source, element)
  const who = extension(source, 'zeebe:AssignmentDefinition')
  const when = extension(source, 'zeebe:TaskSchedule')
  const assignment: Assignment = {}
  for (const name of ['assignee', 'candidateGroups', 'candidateUsers'] as const) {
    const value = drawing.optionalValue(source, who, name)
    if (value) assignment[name] = value
  }
  for (const name of ['dueDate', 'followUpDate'] as const) {
    const value = drawing.optionalValue(source, when, name)
    if (value) assignment[name] = value
  }
  element.assignment = assignment
}

function readForm(drawing: Drawing, source: ModdleElement, element: Element): void {
  const formId = drawing.optionalValue(source, extension(source, 'zeebe:FormDefinition'), 'formId')
  if (formId) element.formId = formId
}

function readCall(drawing: Drawing, source: ModdleElement, element: Element): void {
  const called = extension(source, 'zeebe:CalledElement')
  const processId =
    drawing.optionalValue(source, called, 'processId') ??
    drawing.optionalFeel(source, called && text(called, 'processIdExpression')) ??
    (text(source, 'calledElement') ? drawing.value(text(source, 'calledElement') ?? '', source) : undefined)
  if (!processId) {
    drawing.refuse('ATTRIBUTE_INVALID', source, 'the call names no process')
    return
  }
  element.call = {
    processId,
    propagateAllChildVariables: called ? flag(called, 'propagateAllChildVariables', true) : true,
    propagateAllParentVariables: called ? flag(called, 'propagateAllParentVariables', true) : true,
  } satisfies Call
}

function readScript(drawing: Drawing, source: ModdleElement, element: Element): void {
  const script = extension(source, 'zeebe:Script')
  const expression = script && text(script, 'expression')
  const resultVariable = script && text(script, 'resultVariable')
  if (expression !== undefined) {
    element.script = { expression: drawing.feel(expression, source) }
    if (resultVariable !== undefined) {
      const name = variableName(drawing, source, resultVariable, 'resultVariable')
      if (name !== undefined) element.script.resultVariable = name
    }
    return
  }
  const inline = text(source, 'script')
  if (inline !== undefined && /feel/i.test(text(source, 'scriptFormat') ?? '')) {
    element.script = { expression: drawing.feel(inline, source) }
  }
}

const jobTypes: ReadonlySet<string> = new Set([
  'serviceTask',
  'sendTask',
  'businessRuleTask',
  'scriptTask',
  'endEvent',
  'intermediateThrowEvent',
])

function readJob(drawing: Drawing, source: ModdleElement, element: Element): void {
  if (!jobTypes.has(element.type)) return
  const definition = extension(source, 'zeebe:TaskDefinition')
  const type = drawing.optionalValue(source, definition, 'type') ?? impliedJobType(source, element)
  if (!type) return
  const headers = readHeaders(source)
  const decision = extension(source, 'zeebe:CalledDecision')
  if (decision) {
    headers['decisionId'] = text(decision, 'decisionId') ?? ''
    headers['resultVariable'] = text(decision, 'resultVariable') ?? ''
  }
  const job: Job = {
    type,
    retries: drawing.optionalValue(source, definition, 'retries') ?? literal(defaultRetries),
    headers,
  }
  const script = element.type === 'scriptTask' ? text(source, 'script') : undefined
  if (script !== undefined) job.script = script
  const scriptFormat = text(source, 'scriptFormat')
  if (scriptFormat !== undefined) job.scriptFormat = scriptFormat
  element.job = job
}

/** Work without `zeebe:taskDefinition` still has to be done by someone: it is offered under a fixed type. */
function impliedJobType(source: ModdleElement, element: Element) {
  if (element.type === 'serviceTask') return literal(element.id)
  if (element.type === 'scriptTask') return element.script ? undefined : literal('script')
  if (element.type !== 'businessRuleTask') return undefined
  return literal(extension(source, 'zeebe:CalledDecision') ? 'decision' : element.id)
}

function readHeaders(source: ModdleElement): Record<string, string> {
  const headers = extensions(source, 'zeebe:TaskHeaders').flatMap((holder) => many(holder, 'values'))
  return Object.fromEntries(headers.map((header) => [text(header, 'key') ?? '', text(header, 'value') ?? '']))
}

/** The condition on a sequence flow. */
export function readCondition(drawing: Drawing, source: ModdleElement) {
  const holder = one(source, 'conditionExpression')
  if (!holder) return undefined
  const body = expressionBody(drawing, source, holder)
  return drawing.optionalFeel(source, body)
}
