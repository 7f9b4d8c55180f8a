import type { Attachment, Level, Opinion } from '@canmou/contract'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { LevelChip } from '../../app/LevelChip.tsx'
import { AttachmentList } from '../attachments/AttachmentList.tsx'
import { Added, ChangedText, ChangedValue, Removed } from '../difference/Changed.tsx'
import { isEmpty, isVisible, requiredFields, type Data } from '../form/conditions.ts'
import { DeviationsNoted } from '../form/deviations.tsx'
import type { Field, RecordModel, Section } from '../form/field-model.ts'
import { fieldPointer } from '../form/form-store.ts'
import { useNames } from '../references/use-names.ts'
import { useValueWords } from '../values/use-value-words.ts'
import { Deviation } from './Deviation.tsx'
import styles from './document.module.css'
import { DocumentTable } from './DocumentTable.tsx'
import { FieldValue, type ValueContext } from './FieldValue.tsx'
import { SignatureBlock } from './SignatureBlock.tsx'

/** What a document holds, whichever version it is read from. */
export interface DocumentContent {
  title: string
  level: Level
  data: Data
  attachments: readonly Attachment[]
}

interface DocumentViewProps {
  model: RecordModel
  content: DocumentContent
  /** The lines under the title: number, version, author … */
  facts: readonly { label: string; value: string }[]
  /** The version that the difference is shown from. */
  before?: DocumentContent
  opinions?: readonly Opinion[]
  /** When it was submitted: what counted then is what a value is held against. */
  on?: string | undefined
}

/** A record as a document on paper: title, sections, tables with their sums, attachments, signatures. */
export function DocumentView({ model, content, facts, before, opinions, on }: DocumentViewProps) {
  const { t } = useTranslation('records')
  const { t: tApp } = useTranslation('app')
  const words = useValueWords()
  const files = [...content.attachments, ...(before?.attachments ?? [])]
  const names = useNames(model, before ? [content.data, before.data] : [content.data], files)
  const context: ValueContext = { names, words }
  const sections = readableSections(model, content.data, before?.data)
  const hasFiles = files.length > 0
  return (
    <article className={styles.paper} aria-label={content.title}>
      <header className={styles.head}>
        <div className={styles.headLine}>
          <span className={styles.kind}>{model.name}</span>
          <span className={styles.level}>
            {before && before.level !== content.level ? (
              <ChangedValue before={tApp(`level.${before.level}`)} after={tApp(`level.${content.level}`)} />
            ) : (
              <LevelChip level={content.level} />
            )}
          </span>
        </div>
        <h2 className={styles.title}>
          {before ? <ChangedText before={before.title} after={content.title} /> : content.title}
        </h2>
        <dl className={styles.facts}>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      <DeviationsNoted model={model} data={content.data} on={on}>
        {sections.map((section, index) => (
          <SectionView
            key={section.id}
            section={section}
            number={ordinal(index, words.locale)}
            data={content.data}
            {...(before && { before: before.data })}
            {...context}
          />
        ))}
      </DeviationsNoted>
      {hasFiles && (
        <section className={styles.section}>
          <h3>
            {ordinal(sections.length, words.locale)}
            {t('attachments.title')}
          </h3>
          <Files after={content.attachments} before={before?.attachments} />
        </section>
      )}
      {opinions && opinions.length > 0 && (
        <section className={styles.section}>
          <h3>
            {ordinal(sections.length + (hasFiles ? 1 : 0), words.locale)}
            {t('document.signatures')}
          </h3>
          <SignatureBlock opinions={opinions} />
        </section>
      )}
    </article>
  )
}

/** 一、 二、 … as the sections of an official paper are numbered; `1. ` in English. */
function ordinal(index: number, locale: string): string {
  const digits = '一二三四五六七八九十'
  if (locale === 'en') return `${index + 1}. `
  const number = index + 1
  const tens = Math.trunc(number / 10)
  const ones = number % 10
  const text =
    number <= 10
      ? digits.charAt(index)
      : `${tens > 1 ? digits.charAt(tens - 1) : ''}十${ones > 0 ? digits.charAt(ones - 1) : ''}`
  return `${text}、`
}

/** Leaves out what has no place on paper: fields of a condition that does not hold, program-filled ones without a value. */
function readableSections(model: RecordModel, data: Data, before: Data | undefined): Section[] {
  const required = requiredFields(model, data)
  const isShown = (field: Field): boolean => {
    const isBlank = isEmpty(data[field.name]) && isEmpty(before?.[field.name])
    return isBlank ? isVisible(field, data, required) && !field.isReadOnly : true
  }
  return model.sections
    .map((section) => ({ ...section, fields: section.fields.filter(({ field }) => isShown(field)) }))
    .filter(({ fields }) => fields.length > 0)
}

interface SectionViewProps extends ValueContext {
  section: Section
  number: string
  data: Data
  before?: Data
}

function SectionView({ section, number, data, before, ...context }: SectionViewProps) {
  const { t } = useTranslation('records')
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>
        {number}
        {section.title ?? t('form.other')}
      </h3>
      <dl className={styles.fields}>
        {section.fields.map(({ field, span }) => {
          const isWide = field.kind === 'table' || field.kind === 'longText' || span > 1
          // The section's own title already says what its one table is.
          const isTitled = field.kind === 'table' && field.label === section.title
          return (
            <div
              key={field.name}
              className={styles.field}
              data-wide={isWide || undefined}
              data-kind={field.kind}
            >
              <dt className={isTitled ? 'visually-hidden' : undefined}>{field.label}</dt>
              <dd>
                {field.kind === 'table' ? (
                  <DocumentTable
                    table={field}
                    rows={rowsOf(data[field.name])}
                    {...(before && { before: rowsOf(before[field.name]) })}
                    {...context}
                  />
                ) : (
                  <>
                    <FieldValue
                      field={field}
                      value={data[field.name]}
                      {...(before && { before: { value: before[field.name] } })}
                      {...context}
                    />
                    <Deviation pointer={fieldPointer(field.name)} />
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

const rowsOf = (value: unknown): Data[] => (Array.isArray(value) ? (value as Data[]) : [])

interface FilesProps {
  after: readonly Attachment[]
  before: readonly Attachment[] | undefined
}

function Files({ after, before }: FilesProps) {
  const { t } = useTranslation('records')
  const isIn = (list: readonly Attachment[], { sha256, name }: Attachment): boolean =>
    list.some((other) => other.sha256 === sha256 && other.name === name)
  const gone = before?.filter((attachment) => !isIn(after, attachment)) ?? []
  return (
    <AttachmentList
      attachments={[...after, ...gone]}
      mark={(attachment) => {
        if (!before) return null
        if (gone.includes(attachment)) return <Removed>{t('difference.removed')}</Removed>
        return isIn(before, attachment) ? null : <Added>{t('difference.added')}</Added>
      }}
    />
  )
}
