import type { KindSchema } from '../catalogue/record-kind.ts'
import { isFormData, type FormData } from './form-data.ts'

/** A field or column of a kind. */
export interface PlacedField {
  /** `/lines/unitCost`; a row has no number. */
  path: string
  name: string
  schema: KindSchema
}

/**
 * Paths of the fields that are hidden, and of those that are worked out from them, which would tell them. `isShown` says of
 * which computed fields that is meant to be so.
 */
export function hiddenPaths(
  schema: KindSchema,
  isHidden: (field: PlacedField) => boolean,
  isShown: (field: PlacedField) => boolean = () => false,
): ReadonlySet<string> {
  const fields = fieldsOf(schema, '')
  const hidden = new Map<string, PlacedField>()
  const add = (more: PlacedField[]): void => more.forEach((field) => hidden.set(field.path, field))
  add(fields.filter(isHidden))
  for (let size = -1; size !== hidden.size;) {
    size = hidden.size
    const names = new Set([...hidden.values()].map(({ name }) => name))
    add(
      fields.filter((field) => {
        const rule = field.schema['x-computed']
        return rule !== undefined && !isShown(field) && mentions(rule, names)
      }),
    )
  }
  return new Set(hidden.keys())
}

/** The data without what lies at these paths. */
export function cutPaths(data: FormData, hidden: ReadonlySet<string>): FormData {
  if (hidden.size === 0) return data
  const cut = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => cut(item, at))
    if (!isFormData(value)) return value
    const shown = Object.entries(value).filter(([name]) => !hidden.has(`${at}/${name}`))
    return Object.fromEntries(shown.map(([name, item]) => [name, cut(item, `${at}/${name}`)]))
  }
  return cut(data, '') as FormData
}

/** Whether a rule reads one of these names. */
export const mentions = (rule: string, names: ReadonlySet<string>): boolean =>
  (rule.match(/[A-Za-z_]\w*/g) ?? []).some((word) => names.has(word))

function fieldsOf(schema: KindSchema, at: string): PlacedField[] {
  const properties = schema.properties ?? schema.items?.properties ?? {}
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${at}/${name}`
    return [{ path, name, schema: field }, ...fieldsOf(field, path)]
  })
}
