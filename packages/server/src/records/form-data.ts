import type { KindSchema } from '../catalogue/record-kind.ts'
import type { KindRules } from './kind-rules.ts'

export type FormData = Record<string, unknown>

/**
 * What a person may have typed: fields that the program fills in are dropped, and so is what was emptied (`null`). Unknown
 * fields stay, for the validator to name them.
 */
export function typedFields(schema: KindSchema, data: FormData): FormData {
  const result: FormData = {}
  for (const [name, value] of Object.entries(data)) {
    const field = schema.properties?.[name]
    if (value === null || value === undefined || field?.readOnly) continue
    result[name] = field ? typedValue(field, value) : value
  }
  return result
}

function typedValue(schema: KindSchema, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.map((item) => typedValue(items, item)) : value
  }
  return isFormData(value) && schema.properties ? typedFields(schema, value) : value
}

export const isFormData = (value: unknown): value is FormData =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the program fills in (`x-source`), by source: `actor`, `today`, `opinion:<task id>`. */
export type Sources = Record<string, unknown>

/** The fields that the program fills in, from `sources` or, where a source is silent, as they were before. */
export function sourcedFields(schema: KindSchema, sources: Sources, before: FormData): FormData {
  const result: FormData = {}
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const source = field['x-source']
    if (typeof source !== 'string') continue
    const value = sources[source] ?? before[name]
    if (value !== undefined && value !== null) result[name] = value
  }
  return result
}

/** The data with every computed field worked out, columns before the totals over them (catalogue/README.md). */
export function computeFields(rules: KindRules, data: FormData): FormData {
  const result = { ...data }
  for (const computed of rules.computed) {
    if ('rule' in computed) {
      assign(result, computed.field, computed.rule(result))
      continue
    }
    const rows = result[computed.field]
    if (!Array.isArray(rows)) continue
    result[computed.field] = rows.map((row: unknown) => {
      if (!isFormData(row)) return row
      const filled = { ...row }
      for (const { column, rule } of computed.columns) assign(filled, column, rule({ ...result, ...filled }))
      return filled
    })
  }
  return result
}

function assign(data: FormData, name: string, value: unknown): void {
  if (value === undefined) delete data[name]
  else data[name] = value
}
