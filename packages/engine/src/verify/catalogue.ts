import type { Json } from '../door.ts'
import type { Expression } from '../feel/expression.ts'
import type { Element, Process } from '../model.ts'
import { finding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Language } from './messages.ts'
import { allElements } from './soundness.ts'

/** What the department has: who can act, which forms and processes there are. */
export interface Catalogue {
  positions: { id: string; holders: number }[]
  recordKinds: { code: string; fields: string[]; enums?: { [field: string]: string[] } }[]
  /** Ids that a call activity may name; left out, calls are not checked. */
  processes?: string[]
}

type PathTo = (elementId: string) => string[]

/** Positions, forms and called processes that the drawing names and the catalogue does not have. */
export function checkCatalogue(
  process: Process,
  catalogue: Catalogue,
  pathTo: PathTo,
  language: Language,
): Finding[] {
  const holders = new Map(catalogue.positions.map((position) => [position.id, position.holders]))
  const forms = new Set(catalogue.recordKinds.map((kind) => kind.code))
  const tell = (code: Parameters<typeof finding>[1], element: Element, params: { [name: string]: string }) =>
    finding(language, code, element.id, params, pathTo(element.id))
  return allElements(process.root).flatMap((element) => {
    const found: Finding[] = []
    for (const position of positionsOf(element)) {
      const count = holders.get(position)
      if (count === undefined) found.push(tell('POSITION_UNKNOWN', element, { position }))
      else if (count === 0) found.push(tell('POSITION_VACANT', element, { position }))
    }
    const form = formOf(element)
    if (form !== undefined && !forms.has(form)) found.push(tell('FORM_UNKNOWN', element, { form }))
    const called = fixedText(element.call?.processId)
    if (called !== undefined && catalogue.processes && !catalogue.processes.includes(called)) {
      found.push(tell('PROCESS_UNKNOWN', element, { process: called }))
    }
    return found
  })
}

/** The record kind whose form the task or start event shows, when the drawing fixes it. */
export function formOf(element: Element): string | undefined {
  return fixedText(element.formId)
}

function fixedText(expression: Expression | undefined): string | undefined {
  const value = expression && valueOf(expression, {})
  return typeof value === 'string' ? value : undefined
}

/** Position ids that the task can go to, as far as the drawing alone decides it. */
function positionsOf(element: Element): Set<string> {
  const groups = element.assignment?.candidateGroups
  const values = groups ? itemsOf(element).map((variables) => valueOf(groups, variables)) : []
  const candidates = values.flatMap((value) => textsOf(value, groups?.isLiteral ?? false))
  const { signers, vacantTo, escalateTo } = element.canmou
  const named = [signers, vacantTo, escalateTo].flatMap((one) => (one ? positionsIn(valueOf(one, {})) : []))
  return new Set([...candidates, ...named])
}

/** Signers are positions, or contexts that may name one. */
function positionsIn(value: Json): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(positionsIn)
  const position = value !== null && typeof value === 'object' ? value['position'] : undefined
  return typeof position === 'string' ? [position] : []
}

/** The variables of each instance of a multi-instance over fixed items; one empty set for a plain task. */
function itemsOf({ loop }: Element): { [name: string]: Json }[] {
  const name = loop?.type === 'multi' ? loop.inputElement : undefined
  const items = loop?.type === 'multi' && loop.collection ? valueOf(loop.collection, {}) : undefined
  return name !== undefined && Array.isArray(items) ? items.map((item) => ({ [name]: item })) : [{}]
}

/** Groups are written `a, b` or as a FEEL list of texts. */
function textsOf(value: Json, isLiteral: boolean): string[] {
  if (typeof value === 'string')
    return isLiteral
      ? value
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== '')
      : [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** The value with only these variables known; null when it needs others. */
function valueOf(expression: Expression, variables: { [name: string]: Json }): Json {
  return expression.json({ read: (name) => variables[name], at: '1970-01-01T00:00:00Z' })
}
