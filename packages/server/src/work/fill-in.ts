import { isDeepStrictEqual } from 'node:util'
import type { Element, Process } from '@canmou/engine'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import { evaluateRule } from '../records/feel-rule.ts'
import type { FormData, Sources } from '../records/form-data.ts'
import { concerns } from './entries.ts'
import type { LiveInstance, LiveRecord } from './live-instance.ts'
import type { StepDraft } from './step-draft.ts'

/**
 * Keeps what the program fills in (`x-source`) up to date in the records that are in approval: the values stand beside the
 * frozen version, which stays what was signed, and stop changing when the record takes effect
 * (docs/decisions/0011-fields-that-the-program-fills-in.md). Asked once a step, after everything else is decided.
 */
export function fillIn({ kinds }: Catalogue, draft: StepDraft): void {
  const { before, next } = draft
  for (const record of next.records) {
    const kind = kinds.get(record.kind)
    const was = before.records.find(({ id }) => id === record.id)
    const isOver = was?.status === 'inEffect' || was?.status === 'void'
    if (!kind || record.version === 0 || isOver) continue
    const known = { ...processSources(kind, next, record), ...saidSources(draft, record) }
    const changed = sourcesOf(kind).flatMap(({ name, source }) => {
      const value = known[source] ?? undefined
      return value === undefined || isDeepStrictEqual(record.filled?.[name], value)
        ? []
        : [[name, value] as const]
    })
    if (changed.length === 0) continue
    const filled = Object.fromEntries(changed)
    // The draft of the next version, opened in this very step, begins with it.
    const reopened = draft.records.findIndex(({ type, id }) => type === 'reopen' && id === record.id)
    const place = reopened < 0 ? draft.records.length : reopened
    draft.records.splice(place, 0, { type: 'fill', id: record.id, data: filled })
    next.records = next.records.map((one) =>
      one === record ? { ...one, filled: { ...one.filled, ...filled } } : one,
    )
  }
}

/**
 * The fields that say how far a document has come, with the fixed values that a step's outputs give them (`="sending"`).
 * Whoever does that step, also once more, stands before that value: he is not asked for what only the next one knows.
 */
export function stageFields(kind: RecordKind, step: Element | undefined): [name: string, value: unknown][] {
  const fixed = (step?.outputs ?? []).filter(({ source }) => source.reads.length === 0)
  return sourcesOf(kind).flatMap(({ name, source }): [string, unknown][] => {
    const output = fixed.find(({ target }) => source === `=${target}`)
    return output ? [[name, evaluateRule(output.source.text, {})]] : []
  })
}

/** What the sources `=…` of a record's fields give over the variables of its process as they are now. */
export function processSources(
  kind: RecordKind,
  { definition, state }: Pick<LiveInstance, 'definition' | 'state'>,
  record: Pick<LiveRecord, 'slot'>,
): Sources {
  const rules = sourcesOf(kind).filter(({ source }) => source.startsWith('='))
  // A round of a loop has variables of its own, which only its task knew.
  if (rules.length === 0 || !state || record.slot.includes('#')) return {}
  const own = ownVariables(definition.process)
  const outside = rules.filter(({ source }) => !own.some((name) => source.includes(name)))
  return Object.fromEntries(outside.map(({ source }) => [source, evaluateRule(source, state.variables)]))
}

/** The sources `opinion:<task id>` and `decision:<task id>` that this step has given. */
function saidSources({ entries }: StepDraft, record: LiveRecord): Sources {
  const said: Sources = {}
  for (const entry of entries) {
    if (entry.type !== 'taskCompleted' && entry.type !== 'autoDecided') continue
    // In a countersign each sheet hears what was said about itself.
    if (record.slot.includes('#') && !concerns(entry, record.id)) continue
    said[`decision:${entry.elementId}`] = entry.decision
    said[`opinion:${entry.elementId}`] = entry.type === 'taskCompleted' ? entry.opinion : undefined
  }
  return said
}

interface Source {
  name: string
  source: string
}

const sources = new WeakMap<RecordKind, readonly Source[]>()

function sourcesOf(kind: RecordKind): readonly Source[] {
  const known = sources.get(kind)
  if (known) return known
  const found = Object.entries(kind.schema.properties ?? {}).flatMap(([name, field]) => {
    const source = field['x-source']
    return typeof source === 'string' ? [{ name, source }] : []
  })
  sources.set(kind, found)
  return found
}

/** The fields of a version that the program fills in, as they were frozen. */
export const frozenSources = (kind: RecordKind, data: FormData): FormData =>
  Object.fromEntries(sourcesOf(kind).map(({ name }) => [name, data[name]]))

const inputs = new WeakMap<Process, readonly string[]>()

/** Variables that only a step has, by its input mappings; outside of it they are unknown, which is not an empty value. */
function ownVariables(process: Process): readonly string[] {
  const known = inputs.get(process)
  if (known) return known
  const found = [...process.elements.values()]
    .filter(({ type }) => type === 'userTask')
    .flatMap((task) => task.inputs.map(({ target }) => target))
  inputs.set(process, found)
  return found
}
