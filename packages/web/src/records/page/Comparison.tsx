import type { RecordDetail, RecordVersion } from '@canmou/contract'
import { useNavigate } from '@tanstack/react-router'
import { Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { paths } from '../../app/paths.ts'
import { PendingPage } from '../../app/PendingPage.tsx'
import { DifferenceLegend } from '../difference/Changed.tsx'
import { changedFields, countChanges } from '../difference/record-diff.ts'
import { DocumentView } from '../document/DocumentView.tsx'
import { useDocumentFacts } from '../document/use-document-facts.ts'
import type { RecordModel } from '../form/field-model.ts'
import { useRecordModel } from '../use-record-model.ts'
import styles from './page.module.css'

interface ComparisonProps {
  record: RecordDetail
  versions: readonly RecordVersion[]
  from: RecordVersion
  to: RecordVersion
}

/** The model with the sections and fields alone that differ. */
function onlyChanged(model: RecordModel, from: RecordVersion, to: RecordVersion): RecordModel {
  const changed = new Set(changedFields(model, from.data, to.data))
  return {
    ...model,
    sections: model.sections
      .map((section) => ({
        ...section,
        fields: section.fields.filter(({ field }) => changed.has(field.name)),
      }))
      .filter(({ fields }) => fields.length > 0),
  }
}

/** Any two versions, the newer as a document with what changed marked in it. The choice is in the address. */
export function Comparison({ record, versions, from, to }: ComparisonProps) {
  const { t } = useTranslation('records')
  const navigate = useNavigate()
  const { model, error, retry } = useRecordModel(record.kind)
  const [isShort, setShort] = useState(true)
  const facts = useDocumentFacts({ ...record, version: to.version }, model)
  const options = versions.map(({ version }) => ({ value: version, label: t('version', { version }) }))
  const choose = (next: { compare?: number; version?: number }): void =>
    void navigate({ ...paths.record(record.id, { compare: from.version, version: to.version, ...next }) })
  if (!model) return error ? <QueryFailure error={error} retry={retry} /> : <PendingPage />
  const count = countChanges(model, from, to)
  return (
    <section className={styles.stack} aria-label={t('versions.compare')}>
      <div className={styles.compare}>
        <label className={styles.side}>
          <span>{t('versions.from')}</span>
          <Select
            value={from.version}
            options={options.filter(({ value }) => value !== to.version)}
            onChange={(compare: number) => choose({ compare })}
          />
        </label>
        <label className={styles.side}>
          <span>{t('versions.to')}</span>
          <Select
            value={to.version}
            options={options.filter(({ value }) => value !== from.version)}
            onChange={(version: number) => choose({ version })}
          />
        </label>
        <label className={styles.side}>
          <Switch checked={isShort} onChange={setShort} />
          <span>{t('versions.onlyChanges')}</span>
        </label>
        <DifferenceLegend />
        <span role="status">{count === 0 ? t('versions.same') : t('versions.changedFields', { count })}</span>
      </div>
      <DocumentView
        model={isShort ? onlyChanged(model, from, to) : model}
        content={to}
        before={from}
        facts={facts}
        on={to.submittedAt}
      />
    </section>
  )
}
