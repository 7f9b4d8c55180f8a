import type { Level } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import { Failure } from '../http/failure.ts'
import { describeProblems } from '../http/schema-problems.ts'
import { cutFields } from '../records/confidential-fields.ts'
import { isSameJson } from '../records/content-hash.ts'
import { fieldLabel } from '../records/field-labels.ts'
import { typedFields, type FormData } from '../records/form-data.ts'
import { partialRules } from '../records/kind-rules.ts'

/** The few fields of a document that came with a verb, by name; one that was emptied is `null`. */
export type EditedFields = FormData

/** The fields that may be changed here; others are left out, wrong ones refused with RECORD_INVALID. */
export function editedFields(kind: RecordKind, names: readonly string[], given: FormData): EditedFields {
  const known = Object.entries(given).filter(([name]) => names.includes(name))
  const data = typedFields(kind.schema, Object.fromEntries(known))
  const validate = partialRules(kind, names)
  if (!validate(data)) {
    const problems = describeProblems(validate.errors ?? [], (pointer) => fieldLabel(kind.view, pointer))
    throw new Failure('RECORD_INVALID', { count: problems.length }, problems)
  }
  const emptied = known.filter(([name, value]) => value === null && !kind.schema.properties?.[name]?.readOnly)
  return { ...data, ...Object.fromEntries(emptied) }
}

/** The document's data with what was changed in it. */
export function withEdited(data: FormData, edited: EditedFields): FormData {
  const whole = Object.entries({ ...data, ...edited })
  return Object.fromEntries(whole.filter(([name, value]) => value !== null || !(name in edited)))
}

/** Names of those that say something else than the document, as who changed them was shown it. */
export function changedFields(
  { schema }: RecordKind,
  edited: EditedFields,
  data: FormData,
  clearance: Level,
): string[] {
  const shown = typedFields(schema, cutFields(schema, data, clearance))
  return Object.keys(edited).filter((name) => !isSameJson(edited[name], shown[name]))
}
