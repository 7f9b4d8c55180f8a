import type { Data } from './conditions.ts'
import type { Field, RecordModel } from './field-model.ts'
import { fieldPointer } from './form-store.ts'

/** A field that takes its value from a record that is chosen beside it (`x-lookup`). */
export interface Lookup {
  /** Where the value goes. */
  pointer: string
  /** Id of the chosen record. */
  chosen: string
  /** FEEL over that record's data and `today`. */
  rule: string
  isEmpty: boolean
  field: Field
}

/** Every place of the data that takes a value from the record chosen beside it, in fields and in the rows of tables. */
export function lookupsOf(model: RecordModel, data: Data): Lookup[] {
  return [...model.fields.values()].flatMap((field) => {
    const own = lookupIn(field, data, '')
    const rows = data[field.name]
    if (field.columns.length === 0 || !Array.isArray(rows)) return own
    return [
      ...own,
      ...rows.flatMap((row: Data, index) =>
        field.columns.flatMap((column) => lookupIn(column, row, `${fieldPointer(field.name)}/${index}`)),
      ),
    ]
  })
}

function lookupIn(field: Field, beside: Data, place: string): Lookup[] {
  const { name, lookup } = field
  const chosen = lookup && beside[lookup.from]
  if (!lookup || typeof chosen !== 'string') return []
  const pointer = `${place}${fieldPointer(name)}`
  return [{ pointer, chosen, rule: lookup.value, isEmpty: beside[name] === undefined, field }]
}

/**
 * What is to be looked up after a change: where another record was chosen than before, or where nothing stands yet. What a
 * person typed over it stays, as long as the choice beside it does.
 */
export function changedLookups(before: ReadonlyMap<string, string>, now: readonly Lookup[]): Lookup[] {
  return now.filter(({ pointer, chosen, isEmpty }) => {
    const former = before.get(pointer)
    return former === undefined ? isEmpty : former !== chosen
  })
}
