import type { OfferedVerb } from '@canmou/contract'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './task.module.css'

export const opinionId = 'task-opinion'

interface OpinionBoxProps {
  verbs: readonly OfferedVerb[]
  value: string
  change: (text: string) => void
  /** What is wrong with it, after an attempt. */
  error: string | undefined
  isDisabled: boolean
}

/** Where an opinion is written. */
export function OpinionBox({ verbs, value, change, error, isDisabled }: OpinionBoxProps) {
  const { t } = useTranslation('task')
  const asking = verbs.filter(({ opinion }) => opinion !== 'none')
  if (asking.length === 0) return null
  const required = asking.filter(({ opinion }) => opinion === 'required')
  const [onlyRequired] = required
  // Where nothing is decided, what is written is how the step was done.
  const isNote = asking.every(({ verb }) => verb === 'submit')
  const label =
    required.length === asking.length
      ? t(isNote ? 'opinion.noteRequired' : 'opinion.labelRequired')
      : onlyRequired
        ? t('opinion.labelOnReject', { verb: onlyRequired.label })
        : t(isNote ? 'opinion.note' : 'opinion.label')
  return (
    <div className={styles.opinion}>
      <label htmlFor={opinionId} className={styles.opinionLabel}>
        {label}
      </label>
      <Input.TextArea
        id={opinionId}
        value={value}
        onChange={(event) => change(event.target.value)}
        placeholder={t(isNote ? 'opinion.notePlaceholder' : 'opinion.placeholder')}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={4000}
        disabled={isDisabled}
        aria-invalid={error !== undefined}
        aria-required={required.length === asking.length}
        aria-describedby={`${opinionId}-error`}
        {...(error && { status: 'error' })}
      />
      <div id={`${opinionId}-error`} role="alert" className={styles.opinionError}>
        {error}
      </div>
    </div>
  )
}

/** 常用语 to begin an opinion from: they are put in, and can be changed. After the files, which would be out of sight below them. */
export function OpinionPhrases({
  verbs,
  value,
  change,
  isDisabled,
}: Pick<OpinionBoxProps, 'verbs' | 'value' | 'change' | 'isDisabled'>) {
  const { t } = useTranslation('task')
  const withPhrases = verbs.filter(({ opinion, phrases }) => opinion !== 'none' && phrases.length > 0)
  if (withPhrases.length === 0) return null
  const add = (phrase: string): void => {
    change(value.trim() === '' ? phrase : `${value.trimEnd()}\n${phrase}`)
    document.getElementById(opinionId)?.focus()
  }
  return (
    <details className={styles.phrases} open>
      <summary>{t('opinion.phrases')}</summary>
      {withPhrases.map((verb) => (
        <div key={verb.verb} role="group" aria-label={verb.label} className={styles.phraseGroup}>
          <span className={styles.phraseVerb}>{verb.label}</span>
          {verb.phrases.map((phrase) => (
            <Button
              key={phrase}
              size="small"
              className={styles.phrase ?? ''}
              disabled={isDisabled}
              onClick={() => add(phrase)}
            >
              {phrase}
            </Button>
          ))}
        </div>
      ))}
    </details>
  )
}
