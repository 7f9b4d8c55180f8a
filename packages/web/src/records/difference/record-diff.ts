import type { Data } from '../form/conditions.ts'
import { isEmpty } from '../form/conditions.ts'
import type { RecordModel } from '../form/field-model.ts'
import { isEqualValue } from './row-diff.ts'

export interface VersionContent {
  title: string
  level: string
  data: Data
  attachments: readonly { sha256: string; name: string }[]
}

/** The fields whose value differs between two versions, in the order of the page. */
export function changedFields(model: RecordModel, before: Data, after: Data): string[] {
  return model.sections
    .flatMap(({ fields }) => fields.map(({ field }) => field.name))
    .filter((name) => {
      const [old, young] = [before[name], after[name]]
      return !isEqualValue(old, young) && !(isEmpty(old) && isEmpty(young))
    })
}

/** How many places differ: fields, and what stands beside them. */
export function countChanges(model: RecordModel, before: VersionContent, after: VersionContent): number {
  const files = (content: VersionContent): string[] =>
    content.attachments.map(({ sha256, name }) => `${sha256} ${name}`).toSorted()
  const beside = [
    before.title !== after.title,
    before.level !== after.level,
    !isEqualValue(files(before), files(after)),
  ]
  return changedFields(model, before.data, after.data).length + beside.filter(Boolean).length
}
