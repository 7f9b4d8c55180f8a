import { ReferenceSelect } from '../references/ReferenceSelect.tsx'
import styles from './filters.module.css'
import type { FilterProps } from './filter.ts'

/** A record, a person or a department, found by typing part of the name or number. */
export function ReferenceFilter({ field, value, change }: FilterProps) {
  return (
    <ReferenceSelect
      field={field}
      chosen={typeof value === 'string' ? [value] : []}
      change={([id]) => change(id)}
      aria-label={field.label}
      className={styles.reference ?? ''}
      placeholder={field.label}
      popupMatchSelectWidth={280}
    />
  )
}
