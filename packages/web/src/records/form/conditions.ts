import { Check } from 'typebox/schema'
import type { Field, RecordModel } from './field-model.ts'
import type { Schema } from './schema.ts'

export type Data = Readonly<Record<string, unknown>>

/** The fields that are required now, counting the conditions that hold (`if … then required`). */
export function requiredFields(model: RecordModel, data: Data): Set<string> {
  const required = new Set(model.schema.required ?? [])
  for (const condition of model.conditions) {
    const holds = Check({ ...definitions(model.schema), ...condition.if } as never, data)
    for (const name of holds ? condition.required : condition.otherwise) required.add(name)
  }
  return required
}

/** What a part of a schema needs of its root to be read on its own. */
export const definitions = ({ $defs }: Schema): Schema => ($defs ? { $defs } : {})

/** Nothing typed: an absent value, an empty text, an empty list. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/**
 * Whether a field is on the page now. What the program takes from elsewhere appears once there is something. A field
 * that only a condition asks for, or whose section stands under one, appears with the condition, but what was once
 * written in it is never hidden: it would be submitted unseen.
 */
export function isVisible(field: Field, data: Data, required: ReadonlySet<string>): boolean {
  if (field.isReadOnly && !field.isLocked && field.computed === undefined) return !isEmpty(data[field.name])
  if (!isEmpty(data[field.name])) return true
  if (field.when && data[field.when.field] !== field.when.value) return false
  return !field.isConditional || required.has(field.name)
}
