import type { Data } from '../form/conditions.ts'
import { referenceKinds } from '../form/field-kinds.ts'
import type { Field, RecordModel } from '../form/field-model.ts'

export interface References {
  people: Set<string>
  departments: Set<string>
  records: Set<string>
}

const shelf = { person: 'people', department: 'departments', record: 'records' } as const

/** Every person, department and record that the data name, in tables too, so that their names can be asked for. */
export function collectReferences(model: RecordModel, all: readonly Data[]): References {
  const found: References = { people: new Set(), departments: new Set(), records: new Set() }
  const visit = (fields: Iterable<Field>, data: Data): void => {
    for (const field of fields) {
      const value = data[field.name]
      if (field.kind === 'table') {
        if (Array.isArray(value)) for (const row of value) visit(field.columns, row as Data)
        continue
      }
      const kind =
        field.kind in referenceKinds ? referenceKinds[field.kind as keyof typeof referenceKinds] : undefined
      if (!kind || kind === 'file') continue
      for (const id of Array.isArray(value) ? value : [value]) {
        if (typeof id === 'string' && id) found[shelf[kind]].add(id)
      }
    }
  }
  for (const data of all) visit(model.fields.values(), data)
  return found
}
