import { evaluate } from 'feelin'
import type { FieldSchema } from './catalogue.ts'

type Data = { [name: string]: unknown }

const isRow = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The data with its computed fields: the columns of tables first, then the fields in the order of the schema. */
export function withComputed(schema: FieldSchema, data: Data): Data {
  const full: Data = { ...data }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const rows = full[name]
    const { items } = field
    if (items?.properties && Array.isArray(rows)) {
      full[name] = rows.map((row: unknown) => (isRow(row) ? withComputed(items, row) : row))
    }
  }
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const rule = field['x-computed']
    if (rule) full[name] = evaluate(rule.slice(1), full).value
  }
  return full
}
