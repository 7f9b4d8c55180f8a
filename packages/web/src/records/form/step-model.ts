import type { StepFields } from '@canmou/contract'
import type { Data } from './conditions.ts'
import type { Field, RecordModel, Section } from './field-model.ts'
import type { Schema } from './schema.ts'

/**
 * A kind as a step shows it: without the fields that it hides, and without whatever asks for one of them. What is worked out
 * or checked from a hidden field, the server works out and checks.
 */
export function shownModel(model: RecordModel, fields: StepFields | undefined): RecordModel {
  if (!fields) return model
  const shown = new Set(fields.shown)
  const hidden = [...model.fields.keys()].filter((name) => !shown.has(name))
  if (hidden.length === 0) return model
  const words = new RegExp(`(?<!\\w)(?:${hidden.join('|')})(?!\\w)`)
  return {
    ...mapped(model, (field) => (shown.has(field.name) ? withoutRules(field, words) : undefined)),
    schema: withoutConditions(model.schema, words),
    conditions: model.conditions.filter((condition) => !words.test(JSON.stringify(condition.if))),
    checks: model.checks.filter(({ rule }) => !words.test(rule)),
  }
}

/** The same for a form: what its holder does not write is shown as text, and no mistake in it is told him. */
export function stepModel(model: RecordModel, fields: StepFields | undefined): RecordModel {
  if (!fields) return model
  const writable = new Set(fields.writable)
  const locked = (field: Field): Field =>
    writable.has(field.name) || field.isReadOnly ? field : { ...field, isReadOnly: true, isLocked: true }
  return { ...mapped(shownModel(model, fields), locked), writable }
}

/** What of a form goes to the server: where a step locks fields, those that its holder writes. */
export const sentFields = ({ writable }: RecordModel, data: Data): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !writable || writable.has(name)))

/** What was sent, with the locked fields of the data that the server has. */
export const withLocked = (model: RecordModel, sent: Data, stored: Data): Data =>
  model.writable
    ? {
        ...Object.fromEntries(Object.entries(stored).filter(([name]) => !model.writable?.has(name))),
        ...sentFields(model, sent),
      }
    : sent

function mapped(model: RecordModel, change: (field: Field) => Field | undefined): RecordModel {
  const changed = new Map(
    [...model.fields].flatMap(([name, field]) => {
      const next = change(field)
      return next ? [[name, next] as const] : []
    }),
  )
  const sections = model.sections.map((section): Section => ({
    ...section,
    fields: section.fields.flatMap(({ field, span }) => {
      const next = changed.get(field.name)
      return next ? [{ field: next, span }] : []
    }),
  }))
  return { ...model, fields: changed, sections: sections.filter(({ fields }) => fields.length > 0) }
}

/** Worked out from what is not shown, a field keeps the value that it has, and a column is not shown either. */
function withoutRules({ computed, ...field }: Field, words: RegExp): Field {
  const columns = field.columns.filter((column) => !words.test(column.computed ?? ''))
  return { ...field, columns, ...(computed !== undefined && !words.test(computed) && { computed }) }
}

function withoutConditions(
  { if: condition, then, else: otherwise, allOf, ...schema }: Schema,
  words: RegExp,
): Schema {
  const isKept = (part: Schema | undefined): boolean =>
    part !== undefined && !words.test(JSON.stringify(part))
  return {
    ...schema,
    ...(allOf && { allOf: allOf.filter((part) => !part.if || isKept(part.if)) }),
    ...(condition &&
      isKept(condition) && { if: condition, ...(then && { then }), ...(otherwise && { else: otherwise }) }),
  }
}
