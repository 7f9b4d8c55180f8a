import { useId, type ReactNode } from 'react'
import styles from './Sheet.module.css'

interface SheetProps {
  title?: string
  extra?: ReactNode
  /** Without inner space, for lists and drawings that reach the edge. */
  isFlush?: boolean
  children: ReactNode
}

/** A sheet of paper on the desk: one topic of a page, under its heading. */
export function Sheet({ title, extra, isFlush = false, children }: SheetProps) {
  const id = useId()
  return (
    <section className={styles.sheet} {...(title && { 'aria-labelledby': id })}>
      {title && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {extra}
        </div>
      )}
      <div className={isFlush ? undefined : styles.body}>{children}</div>
    </section>
  )
}
