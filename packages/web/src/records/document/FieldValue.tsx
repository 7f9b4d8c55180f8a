import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { paths } from '../../app/paths.ts'
import { ChangedText, ChangedValue } from '../difference/Changed.tsx'
import { isEqualValue } from '../difference/row-diff.ts'
import { isEmpty } from '../form/conditions.ts'
import type { Field } from '../form/field-model.ts'
import { attachmentAddress } from '../attachments/upload.ts'
import { displayText, type Names, type ValueWords } from '../values/display.ts'
import { moneyInWords } from '../values/money-in-words.ts'
import { useTranslation } from 'react-i18next'
import styles from './document.module.css'

export interface ValueContext {
  names: Names
  words: ValueWords
}

interface FieldValueProps extends ValueContext {
  field: Field
  value: unknown
  /** The value before, where the difference is shown. */
  before?: { value: unknown }
}

/** A value to be read: links for records and files, paragraphs for texts, both sides where it changed. */
export function FieldValue({ field, value, before, names, words }: FieldValueProps) {
  const { t } = useTranslation('records')
  const text = displayText(field, value, names, words)
  if (before && !isEqualValue(before.value, value)) {
    const old = displayText(field, before.value, names, words)
    const isText = field.kind === 'text' || field.kind === 'longText'
    return (
      <span className={styles.text}>
        {isText ? <ChangedText before={old} after={text} /> : <ChangedValue before={old} after={text} />}
      </span>
    )
  }
  if (isEmpty(value)) return <span className={styles.blank}>{t('value.none')}</span>
  if (field.kind === 'record' || field.kind === 'records') {
    return <Links ids={value} name={names.record} separator={words.separator} />
  }
  if (field.kind === 'file' || field.kind === 'files') {
    return <Files ids={value} name={names.file} separator={words.separator} />
  }
  const isTotal = field.kind === 'money' && field.computed !== undefined
  return (
    <span className={styles.text} data-total={isTotal || undefined}>
      {text}
      {isTotal && typeof value === 'number' && words.locale !== 'en' && (
        <span className={styles.inWords}>
          {t('value.inWords', { words: moneyInWords(value, words.locale) })}
        </span>
      )}
    </span>
  )
}

interface ListProps {
  ids: unknown
  name: (id: string) => string | undefined
  separator: string
}

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string')

function Links({ ids, name, separator }: ListProps) {
  return idsOf(ids).map((id, index) => (
    <Fragment key={id}>
      {index > 0 && separator}
      {/* One without a name is one that the reader may not see: no link leads there. */}
      {name(id) ? <Link {...paths.record(id)}>{name(id)}</Link> : id}
    </Fragment>
  ))
}

function Files({ ids, name, separator }: ListProps) {
  return idsOf(ids).map((id, index) => (
    <Fragment key={id}>
      {index > 0 && separator}
      <a href={attachmentAddress(id)} download={name(id) ?? true}>
        {name(id) ?? id}
      </a>
    </Fragment>
  ))
}
