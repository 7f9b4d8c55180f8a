import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Frame.module.css'

interface FrameProps {
  id: string
  label: string
  isRequired: boolean
  isGroup?: boolean
  /** The label stands elsewhere already and is only for who hears the page. */
  isHidden?: boolean
  help?: string | undefined
  error?: string | undefined
  warning?: string | undefined
  children: ReactNode
}

/** A label, what it labels, what helps and what is wrong. */
export function Frame({
  id,
  label,
  isRequired,
  isGroup = false,
  isHidden = false,
  help,
  error,
  warning,
  children,
}: FrameProps) {
  const { t } = useTranslation('records')
  const words = (
    <>
      {label}
      {isRequired && (
        <span className={styles.required} title={t('form.required')} aria-hidden>
          *
        </span>
      )}
      {isRequired && isGroup && (
        <span className="visually-hidden">{t('form.inBrackets', { text: t('form.required') })}</span>
      )}
    </>
  )
  return (
    <div className={styles.field} data-invalid={error !== undefined || undefined}>
      {isGroup ? (
        <div className={isHidden ? 'visually-hidden' : styles.label}>{words}</div>
      ) : (
        <label className={styles.label} htmlFor={id}>
          {words}
        </label>
      )}
      {children}
      {help && (
        <p className={styles.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {/* Always there, so that a reader hears what appears in it. */}
      <div id={`${id}-error`} className={styles.error} aria-live="polite">
        {error && <p>{error}</p>}
      </div>
      {warning && <p className={styles.warning}>{t('form.warning', { text: warning })}</p>}
    </div>
  )
}
