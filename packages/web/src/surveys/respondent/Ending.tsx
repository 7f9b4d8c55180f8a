import { useEffect, useRef, type ReactNode } from 'react'
import styles from './respondent.module.css'

interface EndingProps {
  title: string
  hint: string
  mark: 'done' | 'none'
  /** Which survey it is about. */
  survey?: string
  children?: ReactNode
}

/** A page with nothing to fill in: thanks, or why there are no questions. */
export function Ending({ title, hint, mark, survey, children }: EndingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main className={styles.page}>
      <section className={styles.ending}>
        <svg
          viewBox="0 0 48 48"
          width="56"
          height="56"
          aria-hidden="true"
          className={mark === 'done' ? styles.done : styles.none}
        >
          <circle cx="24" cy="24" r="21" />
          {mark === 'done' ? <path d="m15 24.5 6.5 6.5L34 18" /> : <path d="M24 13v14M24 33v1" />}
        </svg>
        {survey && <p className={styles.about}>{survey}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p className={styles.hint}>{hint}</p>
        {children}
      </section>
    </main>
  )
}
