import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  title: string
  /** What the person may do now, or when something will be here. */
  hint?: string
  heading?: 'h1' | 'p'
  children?: ReactNode
}

/** Stands where a list would be that has nothing in it: says so, and what to do next. */
export function EmptyState({ title, hint, heading: Heading = 'p', children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <svg width="56" height="40" viewBox="0 0 56 40" aria-hidden="true" className={styles.picture}>
        <path d="M6 34 22 8M20 34 40 4M36 34 50 16" />
      </svg>
      <Heading className={styles.title}>{title}</Heading>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children && <div className={styles.next}>{children}</div>}
    </div>
  )
}
