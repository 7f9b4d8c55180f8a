import type { drawingProblems } from '@canmou/contract'
import type { Element, Process } from '@canmou/engine'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import { stepRights } from '../work/step-rights.ts'
import { taskRules, type TaskRules } from '../work/task-rules.ts'

/** Something that a drawing says of a step's fields and that does not fit the kinds of the catalogue. */
export interface FieldProblem {
  code: keyof typeof drawingProblems
  elementId: string
  /** The field or the kind, as the drawing writes it. */
  message: string
}

/**
 * What is wrong with what a drawing says of documents and their fields (`record`, `editable`, `canmou:field`): the engine knows no
 * kinds, and asks for none of this.
 */
export const fieldProblems = ({ elements }: Process, { kinds }: Pick<Catalogue, 'kinds'>): FieldProblem[] =>
  [...elements.values()].flatMap((element) => problemsAt(element, kinds))

function problemsAt(element: Element, kinds: ReadonlyMap<string, RecordKind>): FieldProblem[] {
  const rules = taskRules(element, element.formId?.isLiteral ? element.formId.text : undefined)
  const isSaid = rules.access !== undefined || rules.editable.length > 0
  const codes = [...new Set([rules.formKind, rules.recordKind])].filter((code) => code !== undefined)
  const shown = codes.flatMap((code) => kinds.get(code) ?? [])
  const tell = (code: FieldProblem['code'], message: string): FieldProblem => ({
    code,
    elementId: element.id,
    message,
  })
  if (codes.length === 0) return isSaid ? [tell('FIELDS_NOWHERE', element.id)] : []
  // A form that there is not is told of by itself.
  if (rules.formKind !== undefined && !kinds.has(rules.formKind)) return []
  if (shown.length < codes.length) return [tell('KIND_UNKNOWN', rules.recordKind ?? '')]
  const said = [...(rules.access?.fields ?? []), ...rules.editable.map((name) => [name, 'write'] as const)]
  const named = said.flatMap(([name, access]) => {
    const homes = shown.filter(({ schema }) => schema.properties?.[name])
    if (homes.length === 0) return tell('FIELD_UNKNOWN', name)
    return access === 'write' ? unwritable(name, rules, homes).map((code) => tell(code, name)) : []
  })
  if (!rules.access) return named
  const inTitles = shown.flatMap((kind) => hiddenInTitle(kind, rules))
  return [...named, ...inTitles.map((name) => tell('FIELD_IN_TITLE', name))]
}

function unwritable(name: string, { formKind }: TaskRules, homes: RecordKind[]): FieldProblem['code'][] {
  if (formKind !== undefined && !homes.some(({ code }) => code === formKind)) return ['FIELD_BESIDE_FORM']
  return homes.every(({ schema }) => schema.properties?.[name]?.readOnly) ? ['FIELD_PROGRAM_FILLED'] : []
}

/** The title stands on every list, and so would what is in it. */
function hiddenInTitle(kind: RecordKind, rules: TaskRules): string[] {
  const rights = stepRights(rules, kind)
  const texts = Object.values(kind.view.titleRule).join(' ')
  const names = [...texts.matchAll(/\{(\w+)/g)].map(([, name = '']) => name)
  return [...new Set(names)].filter((name) => rights?.hidden.has(`/${name}`))
}
