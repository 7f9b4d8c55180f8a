import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../i18n/language.ts'
import styles from './difference.module.css'
import { wordDiff } from './word-diff.ts'

/** What is gone: struck through, with a minus and a word for who cannot see the line (features.md §3.8). */
export function Removed({ children }: { children: string }) {
  const { t } = useTranslation('records')
  return (
    <del className={styles.removed}>
      <span className="visually-hidden">[{t('difference.removed')}:</span>
      {children}
      <span className="visually-hidden">]</span>
    </del>
  )
}

/** What is new: underlined, with a plus. */
export function Added({ children }: { children: string }) {
  const { t } = useTranslation('records')
  return (
    <ins className={styles.added}>
      <span className="visually-hidden">[{t('difference.added')}:</span>
      {children}
      <span className="visually-hidden">]</span>
    </ins>
  )
}

/** A text and the one before it, word by word. */
export function ChangedText({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after, currentLocale()).map(({ kind, text }, index) => {
    if (kind === 'same') return <Fragment key={index}>{text}</Fragment>
    return kind === 'added' ? <Added key={index}>{text}</Added> : <Removed key={index}>{text}</Removed>
  })
}

/** A value that is one whole (a date, an amount, a choice) and the one before it. */
export function ChangedValue({ before, after }: { before: string; after: string }) {
  if (before === after) return after
  return (
    <>
      {before && <Removed>{before}</Removed>} {after && <Added>{after}</Added>}
    </>
  )
}

/** What the marks mean. */
export function DifferenceLegend() {
  const { t } = useTranslation('records')
  return (
    <p className={styles.legend}>
      <ins className={styles.added}>{t('difference.added')}</ins>
      <del className={styles.removed}>{t('difference.removed')}</del>
    </p>
  )
}
