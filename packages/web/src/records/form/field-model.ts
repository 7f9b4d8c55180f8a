import type { Locale } from '@canmou/contract'
import { kindOf, type FieldKind } from './field-kinds.ts'
import {
  textOf,
  type Check,
  type FieldView,
  type Schema,
  type SectionCondition,
  type View,
} from './schema.ts'

export interface Option {
  value: string
  label: string
}

/** One field as the form and the document view need it: everything in the reader's language. */
export interface Field {
  name: string
  kind: FieldKind
  label: string
  help?: string
  placeholder?: string
  unit?: string
  /** Required whatever else is filled in. */
  isRequired: boolean
  /** Filled by the program: computed, or taken from elsewhere. */
  isReadOnly: boolean
  /** Written at other steps: shown here as text. */
  isLocked?: boolean
  /** Required only under a condition, and of no use otherwise: shown while the condition holds. */
  isConditional: boolean
  /** Of its section: shown while this holds. */
  when?: SectionCondition
  computed?: string
  options: readonly Option[]
  columns: readonly Field[]
  recordKind?: string
  /** Narrows the choice of records, as the list of records takes it. */
  recordsWhere?: string
  positions: readonly string[]
  /** Takes the value of a rule over the record that is chosen in the field (or column) `from`. */
  lookup?: { from: string; value: string }
  /** Said where the value is not that one; `{value}` stands for it. */
  differs?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  default?: unknown
}

export interface Section {
  id: string
  title?: string
  columns: number
  fields: readonly { field: Field; span: number }[]
}

/** `if` holds → these fields are required. */
export interface Condition {
  if: Schema
  required: readonly string[]
  otherwise: readonly string[]
}

export interface RecordModel {
  code: string
  name: string
  templateNo?: string
  /** Whether its entries stand in a life-cycle stage. */
  hasLifecycle: boolean
  schema: Schema
  sections: readonly Section[]
  fields: ReadonlyMap<string, Field>
  conditions: readonly Condition[]
  checks: readonly (Check & { sentence: string })[]
  titleRule?: string
  listColumns: readonly string[]
  listFilters: readonly string[]
  /** Names of the fields that the step lets its holder write, where it says so. */
  writable?: ReadonlySet<string>
}

interface KindDefinition {
  code: string
  name: string
  schema: Readonly<Record<string, unknown>>
  view: Readonly<Record<string, unknown>>
}

/** Leaves out what is undefined, as exactOptionalPropertyTypes wants it. */
const given = <Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never

/** Follows `$ref: "#/$defs/…"`; the only kind of reference that a record kind may have. */
function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.startsWith('#/$defs/') ? schema.$ref.slice(8) : undefined
  const target = name === undefined ? undefined : root.$defs?.[name]
  if (!target) return schema
  const { $ref: _, ...own } = schema
  return { ...resolve(target, root), ...own }
}

/**
 * A record kind's schema and view as one model: sections of fields in reading order, with labels, choices and
 * conditions in one language. A field that the view forgot comes last instead of being lost.
 */
export function recordModel(kind: KindDefinition, locale: Locale): RecordModel {
  const schema = kind.schema as Schema
  const view = kind.view as View
  const conditions = conditionsOf(schema)
  const conditional = new Set(conditions.flatMap(({ required, otherwise }) => [...required, ...otherwise]))
  const build = (name: string, own: Schema, parent: Schema, fieldView: FieldView): Field =>
    fieldOf(name, resolve(own, schema), parent, fieldView, { locale, root: schema })
  const fields = new Map(
    Object.entries(schema.properties ?? {}).map(([name, own]) => {
      const field = build(name, own, schema, view.fields?.[name] ?? {})
      const isConditional = conditional.has(name) && !field.isRequired
      return [name, { ...field, isConditional, ...given({ when: whenOf(view, name) }) }]
    }),
  )
  return {
    code: kind.code,
    name: kind.name,
    schema,
    fields,
    conditions,
    sections: sectionsOf(view, fields, locale),
    checks: (schema['x-checks'] ?? []).map((check) => ({
      ...check,
      sentence: textOf(view.checks?.[check.id], locale) ?? check.id,
    })),
    listColumns: view.list?.columns ?? [],
    listFilters: view.list?.filters ?? [],
    hasLifecycle: view.lifecycle !== undefined,
    ...given({ templateNo: view.templateNo, titleRule: textOf(view.titleRule, locale) }),
  }
}

function fieldOf(
  name: string,
  schema: Schema,
  parent: Schema,
  view: FieldView,
  context: { locale: Locale; root: Schema },
): Field {
  const { locale, root } = context
  const items = schema.items && resolve(schema.items, root)
  const shape: Schema = items ? { ...schema, items } : schema
  const kind = kindOf(shape, view)
  const target = items ?? shape
  const columns = kind === 'table' ? Object.entries(items?.properties ?? {}) : []
  const choices = kind === 'choice' || kind === 'choices' ? (target.enum ?? []) : []
  return {
    name,
    kind,
    label: textOf(view.label, locale) ?? name,
    isRequired: parent.required?.includes(name) ?? false,
    isReadOnly: shape.readOnly === true || shape['x-computed'] !== undefined,
    isConditional: false,
    options: choices.map((value) => ({ value, label: textOf(view.enum?.[value], locale) ?? value })),
    columns: columns.map(([column, own]) =>
      fieldOf(column, resolve(own, root), target, view.columns?.[column] ?? {}, context),
    ),
    positions: target['x-positions'] ?? [],
    ...given({
      help: textOf(view.help, locale),
      placeholder: textOf(view.placeholder, locale),
      unit: textOf(view.unit, locale),
      differs: textOf(view.differs, locale),
      computed: shape['x-computed'],
      recordKind: target['x-kind'],
      recordsWhere: target['x-where'] && JSON.stringify(target['x-where']),
      minimum: shape.minimum,
      maximum: shape.maximum,
      maxLength: shape.maxLength,
      maxItems: shape.maxItems,
      default: shape.default,
      lookup: shape['x-lookup'],
    }),
  }
}

function conditionsOf(schema: Schema): Condition[] {
  return [schema, ...(schema.allOf ?? [])].flatMap((part) =>
    part.if
      ? [{ if: part.if, required: part.then?.required ?? [], otherwise: part.else?.required ?? [] }]
      : [],
  )
}

function whenOf(view: View, name: string): SectionCondition | undefined {
  return view.layout?.find(({ fields }) => fields.some(({ field }) => field === name))?.when
}

function sectionsOf(view: View, fields: ReadonlyMap<string, Field>, locale: Locale): Section[] {
  const placed = new Set<string>()
  const sections = (view.layout ?? []).map((section): Section => {
    const columns = section.columns ?? 1
    return {
      id: section.id,
      columns,
      fields: section.fields.flatMap(({ field: name, span = 1 }) => {
        const field = fields.get(name)
        if (!field || placed.has(name)) return []
        placed.add(name)
        return [{ field, span: Math.min(span, columns) }]
      }),
      ...given({ title: textOf(section.title, locale) }),
    }
  })
  const forgotten = [...fields.values()].filter(({ name }) => !placed.has(name))
  if (forgotten.length === 0) return sections
  return [...sections, { id: 'other', columns: 1, fields: forgotten.map((field) => ({ field, span: 1 })) }]
}
