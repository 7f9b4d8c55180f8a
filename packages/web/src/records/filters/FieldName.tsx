import styles from './filters.module.css'

/** In a filter that holds a value, before it: what it is a value of. */
export function FieldName({ children }: { children: string }) {
  return <span className={styles.fieldName}>{children}</span>
}
