import type { ReactNode } from 'react'
import styles from './FilterBar.module.css'
import { SearchBox } from './SearchBox.tsx'

interface FilterBarProps {
  /** What the search looks in. */
  label: string
  q: string
  search: (q: string) => void
  /** Choices before the search, each as wide as it says. */
  children?: ReactNode
  /** Choices that depend on the first ones. */
  more?: ReactNode
}

/** Above a list: what of it is shown. */
export function FilterBar({ label, q, search, children, more }: FilterBarProps) {
  return (
    <div className={styles.bar} role="search" aria-label={label}>
      {children}
      <div className={styles.search}>
        <SearchBox label={label} value={q} search={search} />
      </div>
      {more}
    </div>
  )
}
