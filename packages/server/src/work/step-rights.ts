import type { StepFields } from '@canmou/contract'
import { openSteps, type FieldAccess, type OpenStep } from '@canmou/engine'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { FieldRights } from '../records/field-rights.ts'
import { hiddenPaths } from '../records/hidden-paths.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import type { TaskRules } from './task-rules.ts'

/**
 * What a step shows and lets its holder write of a kind's fields (catalogue/README.md, "Processes"); `undefined` where its
 * drawing says nothing of it. What is worked out from a hidden field would tell it and is hidden with it, unless the drawing
 * lists it.
 */
export function stepRights(rules: TaskRules, kind: RecordKind): FieldRights | undefined {
  const { access } = rules
  if (!access) return undefined
  const properties = Object.entries(kind.schema.properties ?? {})
  const accesses = new Map(properties.map(([name]) => [name, accessTo(name, rules, kind)]))
  const hidden = hiddenPaths(
    kind.schema,
    ({ path }) => accesses.get(path.slice(1)) === 'hidden',
    ({ path }) => access.fields.has(path.slice(1)),
  )
  const writable = properties.flatMap(([name, { readOnly }]) =>
    accesses.get(name) === 'write' && !readOnly ? [name] : [],
  )
  return { hidden, writable: new Set(writable) }
}

/** A form is written and a document beside it, or one that is decided on, is read, where the drawing says nothing else. */
function accessTo(name: string, rules: TaskRules, { code }: RecordKind): FieldAccess {
  const { formKind, access, editable } = rules
  const isForm = code === formKind
  const filledIn = editable.includes(name) && rules.verbs.includes('submit') ? 'write' : 'read'
  const said = access?.fields.get(name)
  const found = said ?? (editable.includes(name) ? filledIn : (access?.others ?? (isForm ? 'write' : 'read')))
  return found === 'write' && !isForm && formKind !== undefined ? 'read' : found
}

/**
 * The rights of whoever holds the task. Who was added to the step, or is asked for advice, reads what its holder may write:
 * two could write at once otherwise.
 */
export function rightsOfTask(
  instance: Pick<LiveInstance, 'definition' | 'state'>,
  { engineTaskId }: Pick<LiveTask, 'engineTaskId'>,
  rules: TaskRules,
  kind: RecordKind,
): FieldRights | undefined {
  const rights = stepRights(rules, kind)
  const isDecidedOn = kind.code !== rules.formKind
  if (!rights || !isDecidedOn || !isAdded(instance, engineTaskId)) return rights
  return { ...rights, writable: new Set() }
}

function isAdded(
  { definition, state }: Pick<LiveInstance, 'definition' | 'state'>,
  engineTaskId: string,
): boolean {
  const steps = state ? openSteps(definition.process, state) : []
  const { signers = [] } = steps.find(({ taskIds }) => taskIds.includes(engineTaskId)) ?? {}
  let place: OpenStep['signers'][number] | undefined = signers.find(({ taskId }) => taskId === engineTaskId)
  // Whoever took a place over has what the one before him had.
  for (let before = place?.instead; before !== undefined; before = place?.instead)
    place = signers.find(({ id }) => id === before)
  return place?.how !== undefined
}

/** The rights as whoever holds the task is told them: by what there is, not by what there is not. */
export function presentFields({ schema }: RecordKind, { hidden, writable }: FieldRights): StepFields {
  const names = Object.keys(schema.properties ?? {})
  return { shown: names.filter((name) => !hidden.has(`/${name}`)), writable: [...writable] }
}

/** Steps whose opinion or decision stands in a field that is not shown: what was said there is not told elsewhere either. */
export function unsaidSteps({ schema }: RecordKind, { hidden }: FieldRights): ReadonlySet<string> {
  const sources = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const source = field['x-source']
    return hidden.has(`/${name}`) && typeof source === 'string' ? source : []
  })
  return new Set(sources.flatMap((source) => /^(?:opinion|decision):(.+)$/.exec(source)?.[1] ?? []))
}
