import type { RecordKind } from '../catalogue/catalogue.ts'
import { Failure } from '../http/failure.ts'
import { describeProblems } from '../http/schema-problems.ts'
import { fieldLabel } from '../records/field-labels.ts'
import { computeFields, typedFields, type FormData } from '../records/form-data.ts'
import { rulesOf } from '../records/kind-rules.ts'
import { brokenChecks } from '../records/submission.ts'

/**
 * What was filled in at a form that makes no record (a kind of type `form`), at a step or at the start: checked and worked
 * out, to become variables of the process. Fails with RECORD_INVALID.
 */
export function stepFields(kind: RecordKind, given: FormData): FormData {
  const rules = rulesOf(kind)
  const data = computeFields(rules, typedFields(kind.schema, given))
  const problems = rules.complete(data)
    ? brokenChecks(kind, data, 'error')
    : describeProblems(rules.complete.errors ?? [], (pointer) => fieldLabel(kind.view, pointer))
  if (problems.length > 0) throw new Failure('RECORD_INVALID', { count: problems.length }, problems)
  return data
}
