import type { RecordKind } from '../catalogue/catalogue.ts'
import type { KindSchema } from '../catalogue/record-kind.ts'
import { evaluateRule } from './feel-rule.ts'
import type { FormData } from './form-data.ts'

/** What a new form begins with (`x-default`), over the given values; a default without a result is left out. */
export function defaultValues(kind: RecordKind, values: Record<string, unknown>): FormData {
  return evaluated(kind.schema, 'x-default', values)
}

/** What the program works out from the variables of the process (`x-source: "=…"`). */
export function processValues(kind: RecordKind, variables: Record<string, unknown>): FormData {
  return evaluated(kind.schema, 'x-source', variables)
}

function evaluated(schema: KindSchema, keyword: string, values: Record<string, unknown>): FormData {
  const result: FormData = {}
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const rule = field[keyword]
    if (typeof rule !== 'string' || !rule.startsWith('=')) continue
    const value = evaluateRule(rule, values)
    if (value !== undefined) result[name] = value
  }
  return result
}
