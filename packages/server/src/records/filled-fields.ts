import type { RecordKind } from '../catalogue/catalogue.ts'
import { computeFields, type FormData } from './form-data.ts'
import { rulesOf } from './kind-rules.ts'

/**
 * A version's data as they are shown: what the program has filled in since it was frozen stands over what was frozen
 * (`x-source`), and what follows from it is worked out again. The version itself, and the hash that was signed, stay.
 */
export function withFilled(kind: RecordKind, frozen: FormData, filled: FormData): FormData {
  return Object.keys(filled).length === 0 ? frozen : computeFields(rulesOf(kind), { ...frozen, ...filled })
}
