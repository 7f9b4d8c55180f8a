import type { ComponentType } from 'react'
import type { Field } from '../form/field-model.ts'
import type { Bounds, Wanted } from '../record-search.ts'

/** What a list is narrowed by in one field; it stands in the address. */
export interface FilterProps<Of = Field> {
  field: Of
  value: Wanted | undefined
  change: (value: Wanted | undefined) => void
}

export type FieldFilter = ComponentType<FilterProps>

/** Of a wanted value the bounds; none where it is a single one. */
export const boundsOf = (value: Wanted | undefined): Bounds => (typeof value === 'object' ? value : {})

/** Bounds to look for; nothing where neither is given. */
export function wantedBounds(from: string | undefined, to: string | undefined): Bounds | undefined {
  if (!from && !to) return undefined
  return { ...(from && { from }), ...(to && { to }) }
}
