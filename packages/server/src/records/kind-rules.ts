import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Labels } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { KindSchema, RecordCheck } from '../catalogue/record-kind.ts'
import { compileRule, type FeelRule } from './feel-rule.ts'

/** A kind's rules, compiled once: what its data must be when submitted, and what it may be while it is written. */
export interface KindRules {
  /** The kind's own schema. */
  complete: ValidateFunction
  /** The same without what a half-written form cannot meet yet: types, choices and lengths still hold. */
  draft: ValidateFunction
  /** In the order of the file; a table's computed columns stand at the table. */
  computed: ComputedField[]
  checks: { check: RecordCheck; holds: FeelRule; sentence: Labels | undefined }[]
}

export type ComputedField =
  { field: string; rule: FeelRule } | { field: string; columns: { column: string; rule: FeelRule }[] }

const compiled = new WeakMap<RecordKind, KindRules>()

export function rulesOf(kind: RecordKind): KindRules {
  const known = compiled.get(kind)
  if (known) return known
  const rules = compileRules(kind)
  compiled.set(kind, rules)
  return rules
}

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
ajv.addFormat('money', { type: 'number', validate: (value: number) => Number.isSafeInteger(value) })
ajv.addFormat('percent', { type: 'number', validate: (value: number) => value >= 0 && value <= 100 })
ajv.addFormat('year-month', /^\d{4}-(0[1-9]|1[0-2])$/)
ajv.addFormat('record-ref', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
ajv.addFormat('file-ref', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
ajv.addFormat('person-ref', /^[A-Za-z0-9][\w.@-]{0,63}$/)
ajv.addFormat('department-ref', /^[a-z][A-Za-z0-9]*$/)

function compileRules(kind: RecordKind): KindRules {
  const names = Object.keys(kind.schema.properties ?? {})
  return {
    complete: ajv.compile(withoutId(kind.schema)),
    draft: ajv.compile(tolerant(withoutId(kind.schema))),
    computed: computedFields(kind.schema, names),
    checks: (kind.schema['x-checks'] ?? []).map((check) => ({
      check,
      holds: compileRule(check.rule, [...new Set([...names, 'version'])]),
      sentence: kind.view.checks?.[check.id],
    })),
  }
}

const partial = new WeakMap<RecordKind, Map<string, ValidateFunction>>()

/** The rule for some of a kind's fields alone: each is what it should be, none is required. */
export function partialRules(kind: RecordKind, fields: readonly string[]): ValidateFunction {
  const known = partial.get(kind) ?? new Map<string, ValidateFunction>()
  partial.set(kind, known)
  const name = fields.join(',')
  const validate = known.get(name) ?? ajv.compile(partOf(kind.schema, fields))
  known.set(name, validate)
  return validate
}

function partOf(
  { $schema, type, properties = {}, $defs }: KindSchema,
  fields: readonly string[],
): KindSchema {
  const kept = Object.entries(properties).filter(([name]) => fields.includes(name))
  return {
    ...($schema !== undefined && { $schema }),
    ...($defs !== undefined && { $defs }),
    ...(type !== undefined && { type }),
    properties: Object.fromEntries(kept),
    additionalProperties: false,
  }
}

/** Several catalogues may be read by one process (tests do), and a schema's id must be known to a validator only once. */
function withoutId({ $id: _, ...schema }: KindSchema): KindSchema {
  return schema
}

const notYet = ['required', 'allOf', 'minItems', 'minLength', 'pattern', 'minimum', 'maximum', 'uniqueItems']

function tolerant(schema: KindSchema): KindSchema {
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !notYet.includes(keyword)))
  const result: KindSchema = { ...kept }
  if (schema.properties) {
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [name, tolerant(property)]),
    )
  }
  if (schema.items) result.items = tolerant(schema.items)
  return result
}

function computedFields(schema: KindSchema, names: string[]): ComputedField[] {
  const fields: ComputedField[] = []
  for (const [field, { 'x-computed': rule, items }] of Object.entries(schema.properties ?? {})) {
    if (rule !== undefined) fields.push({ field, rule: compileRule(rule, names) })
    const ownNames = Object.keys(items?.properties ?? {})
    const inScope = [...ownNames, ...names.filter((name) => !ownNames.includes(name))]
    const columns = Object.entries(items?.properties ?? {}).flatMap(
      ([column, { 'x-computed': columnRule }]) =>
        columnRule === undefined ? [] : [{ column, rule: compileRule(columnRule, inScope) }],
    )
    if (columns.length > 0) fields.push({ field, columns })
  }
  return fields
}
