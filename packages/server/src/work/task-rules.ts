import {
  decisionLabels,
  submitLabel,
  type DecisionVerb,
  type DecisionWords,
  type Locale,
  type OfferedVerb,
  type TaskState,
  type TaskVerb,
} from '@canmou/contract'
import { needsOf, verbFacts, type Element, type FieldAccess, type Verb } from '@canmou/engine'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Described } from '../processes/definitions.ts'
import type { LiveInstance } from './live-instance.ts'

/** What the drawing says about a human step (catalogue/README.md, "Processes"). */
export interface TaskRules {
  /** Code of the kind whose form is filled in here; none at a step that only decides. */
  formKind: string | undefined
  /** Code of the kind that is decided on. */
  recordKind: string | undefined
  /** The variable with the id of that record. */
  recordVariable: string | undefined
  /** The variable that tells this record from others of its kind in the instance; none where there is one. */
  slotName: string | undefined
  /** Several documents of the kind may be made here. */
  isMany: boolean
  /** Gone through once more along the drawing, the step begins with a new document instead of the next version. */
  beginsAnew: boolean
  /** Fields of that record that the decider may correct. */
  editable: readonly string[]
  /** What may be done with each field, where the drawing says so; `others` are those that it does not list. */
  access: { fields: ReadonlyMap<string, FieldAccess>; others: FieldAccess | undefined } | undefined
  verbs: readonly DecisionVerb[]
  words: DecisionWords
  opinion: 'optional' | 'required' | 'requiredOnReject'
  attachment: 'optional' | 'required'
  signature: 'none' | 'required'
  /** The record takes effect with this approval. */
  takesEffect: boolean
  /** Several tasks of it may be approved together (批量同意). */
  isTogether: boolean
}

const readBefore = new WeakMap<Element, TaskRules>()

/** Reads the rules of a step whose form is of that kind; of most steps it is always the same one. */
export function taskRules(element: Element | undefined, formKind: string | undefined): TaskRules {
  const known = element && readBefore.get(element)
  if (known && known.formKind === formKind) return known
  const rules = readRules(element, formKind)
  if (element) readBefore.set(element, rules)
  return rules
}

function readRules(element: Element | undefined, formKind: string | undefined): TaskRules {
  const { record, recordVariable, many, again, editable, takesEffect } = element?.properties ?? {}
  const {
    // The start, given back to the starter where the drawing has no step for him, is submitted again.
    decision = formKind === undefined && element?.type !== 'startEvent' ? 'approve-reject' : 'none',
    words,
    opinion = 'requiredOnReject',
    attachment = 'optional',
    signature = 'none',
    batch,
    fields,
    otherFields,
  } = element?.canmou ?? {}
  const offered = { 'approve-reject': ['approve', 'reject'], read: ['approve'], none: ['submit'] } as const
  return {
    formKind,
    recordKind: record ?? formKind,
    recordVariable: recordVariable ?? (record === undefined ? undefined : `${record}_id`),
    slotName: recordVariable,
    isMany: many === 'true',
    beginsAnew: again === 'new',
    editable: (editable ?? '').split(',').flatMap((name) => name.trim() || []),
    access:
      fields || otherFields
        ? { fields: new Map(fields?.map(({ name, access }) => [name, access])), others: otherFields }
        : undefined,
    verbs: [...offered[decision]],
    words: words ?? (decision === 'read' ? 'read' : 'approve'),
    opinion,
    attachment,
    signature,
    takesEffect: takesEffect === 'onApprove',
    isTogether: batch === 'allowed',
  }
}

/** The rules of a step of a version; those that a drawing says nothing of, where it cannot run. */
export function rulesAt({ process }: Pick<Described, 'process'>, elementId: string): TaskRules {
  const element = process?.elements.get(elementId)
  return taskRules(element, element?.formId?.isLiteral ? element.formId.text : undefined)
}

/** The rules of a task that was put before somebody. */
export const rulesOfTask = (live: LiveInstance, { elementId }: { elementId: string }): TaskRules =>
  rulesAt(live.definition, elementId)

/**
 * Whether an opinion must, may or cannot be given with a verb; refusing without one is never possible (domain.md §8). At a
 * step that is submitted without a form it is the note on how it was done (catalogue/README.md, "Processes").
 */
export function opinionRule(rules: TaskRules, verb: TaskVerb): OfferedVerb['opinion'] {
  if (verb === 'submit' && rules.formKind !== undefined) return 'none'
  return verb === 'reject' || rules.opinion === 'required' ? 'required' : 'optional'
}

/** Whether the step writes a document: its files are that document's own. */
export const writesDocument = ({ formKind }: TaskRules, { kinds }: Catalogue): boolean =>
  (kinds.get(formKind ?? '')?.type ?? 'form') !== 'form'

/** Whether a step with a document is about a version of it that is there already: not where it writes it, or only fills in a form. */
export const isAboutVersion = (rules: TaskRules, catalogue: Catalogue): boolean =>
  rules.formKind === undefined || !(writesDocument(rules, catalogue) || rules.verbs.includes('submit'))

/** Verbs whose words may come with files: whoever decides shows what he means, and so does whoever sends it back. */
const withFiles: ReadonlySet<Verb> = new Set<Verb>([
  'submit',
  'approve',
  'reject',
  'addSignerAfter',
  'returnToPrevious',
  'returnToStarter',
  'returnToStep',
])

/** Whether files must, may or cannot be given with a verb: with the opinion or, where the step writes one, in the document. */
export function attachmentRule(
  rules: TaskRules,
  verb: Verb,
  catalogue: Catalogue,
): OfferedVerb['attachment'] {
  if (needsOf(verb, rules).attachment) return 'required'
  const isForm = writesDocument(rules, catalogue) || (verb === 'submit' && rules.formKind !== undefined)
  return withFiles.has(verb) && !isForm ? 'optional' : 'none'
}

export function verbLabel(rules: TaskRules, verb: TaskVerb, locale: Locale): string {
  if (verb === 'submit') return submitLabel[locale]
  const decision =
    verb === 'approve' || verb === 'reject' ? decisionLabels[rules.words][verb] : verbFacts[verb]
  return decision[locale]
}

/** The buttons of an open task: what the step is for. */
export function offeredVerbs(
  rules: TaskRules,
  state: TaskState,
  catalogue: Catalogue,
  locale: Locale,
): OfferedVerb[] {
  const kind = catalogue.kinds.get(rules.recordKind ?? '')
  return (state === 'open' ? rules.verbs : []).map((verb) => ({
    verb,
    label: verbLabel(rules, verb, locale),
    opinion: opinionRule(rules, verb),
    attachment: attachmentRule(rules, verb, catalogue),
    signature: needsOf(verb, rules).signature,
    phrases: (kind?.view.phrases?.[verb] ?? []).map((phrase) => phrase[locale]),
  }))
}
