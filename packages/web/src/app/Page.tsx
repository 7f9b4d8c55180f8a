import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Page.module.css'

/** The first page of a visit keeps the browser's own focus; every later one is announced by its heading. */
let isFirstPage = true

interface PageProps {
  title: string
  /** Chips and numbers that belong to the title. */
  mark?: ReactNode
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** Every page's frame: its heading (which takes the focus when the page is entered), the document's title, its actions. */
export function Page({ title, mark, note, actions, children }: PageProps) {
  const { t } = useTranslation('app')
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (isFirstPage) isFirstPage = false
    else heading.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    document.title = `${title} · ${t('name')}`
  }, [title, t])

  return (
    <>
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {mark && <div className={styles.mark}>{mark}</div>}
          {note && <div className={styles.note}>{note}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </>
  )
}
