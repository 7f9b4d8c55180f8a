import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { describeProblems } from '../http/schema-problems.ts'
import { fieldLabel } from '../records/field-labels.ts'
import { ownProblems, withLockedFields, type FieldRights } from '../records/field-rights.ts'
import { computeFields, typedFields, type FormData } from '../records/form-data.ts'
import { rulesOf } from '../records/kind-rules.ts'
import { brokenChecks } from '../records/submission.ts'

/** What a step lets its holder do with the fields of its form, and what they began with. */
export interface StepForm {
  rights: FieldRights | undefined
  stored: FormData
  author: Pick<Actor, 'clearance'>
}

/**
 * What was filled in at a form that makes no record (a kind of type `form`), at a step or at the start: checked and worked
 * out, to become variables of the process. Fails with RECORD_INVALID or FIELDS_LOCKED.
 */
export function stepFields(kind: RecordKind, given: FormData, step?: StepForm): FormData {
  const rules = rulesOf(kind)
  const rights = step?.rights
  const whole = step ? withLockedFields(kind, rights, given, step.stored, step.author.clearance) : given
  const data = computeFields(rules, typedFields(kind.schema, whole))
  const found = rules.complete(data)
    ? []
    : describeProblems(rules.complete.errors ?? [], (pointer) => fieldLabel(kind.view, pointer))
  const own = ownProblems(kind, rights, found)
  const problems = own.length > 0 ? own : brokenChecks(kind, data, 'error', { rights })
  if (problems.length > 0) throw new Failure('RECORD_INVALID', { count: problems.length }, problems)
  return data
}
