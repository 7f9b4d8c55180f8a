import type { ComponentType } from 'react'
import type { Field } from '../form/field-model.ts'

/** One value that a list is narrowed by; it stands in the address. */
export interface FilterProps<Of = Field> {
  field: Of
  value: string | boolean | undefined
  change: (value: string | boolean | undefined) => void
}

export type FieldFilter = ComponentType<FilterProps>
