import type { ReactNode } from 'react'
import styles from './Chip.module.css'

export type ChipTone = 'plain' | 'pine' | 'blue' | 'green' | 'amber' | 'seal'

/** A short word in a pill. The word says it; the colour only helps (features.md §3.8: no colour-only status). */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  tone?: ChipTone
  title?: string
  children: ReactNode
}) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`} title={title}>
      {children}
    </span>
  )
}
