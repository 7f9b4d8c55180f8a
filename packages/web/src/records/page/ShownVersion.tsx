import type { RecordDetail, TimelineEntry } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { paths } from '../../app/paths.ts'
import { PendingPage } from '../../app/PendingPage.tsx'
import { DocumentView } from '../document/DocumentView.tsx'
import { useDocumentFacts } from '../document/use-document-facts.ts'
import { recordVersionsQuery } from '../queries.ts'
import { useRecordModel } from '../use-record-model.ts'
import styles from './page.module.css'
import { signaturesOf } from './signatures.ts'

interface ShownVersionProps {
  record: RecordDetail
  /** The version that the address asks for; the current one where it asks for none. */
  version: number | undefined
  timeline: readonly TimelineEntry[]
}

/** A record as a document: the current version, one of the former, or one's own draft. */
export function ShownVersion({ record, version, timeline }: ShownVersionProps) {
  const { t } = useTranslation('records')
  const { model, error, retry } = useRecordModel(record.kind)
  const versions = useQuery({ ...recordVersionsQuery(record.id), enabled: record.version > 0 })
  const isFormer = version !== undefined && version !== record.version
  const wanted = isFormer || !record.isDraft ? (version ?? record.version) : undefined
  const frozen = versions.data?.items.find((one) => one.version === wanted)
  const facts = useDocumentFacts(
    { ...record, version: wanted ?? 0 },
    model,
    frozen && { at: frozen.submittedAt, by: frozen.submittedBy.name },
  )
  if (!model) return error ? <QueryFailure error={error} retry={retry} /> : <PendingPage />
  if (isFormer && !frozen) {
    return versions.error ? (
      <QueryFailure error={versions.error} retry={() => void versions.refetch()} />
    ) : (
      <PendingPage />
    )
  }
  return (
    <div className={styles.stack}>
      {isFormer && (
        <p role="status" className={styles.notice}>
          {t('page.olderVersion', { version, current: record.version })}{' '}
          <Link {...paths.record(record.id)}>{t('page.showCurrent')}</Link>
        </p>
      )}
      {!isFormer && record.isDraft && (
        <p role="status" className={styles.notice}>
          {t('page.draftNote')}{' '}
          {record.instanceId && <Link {...paths.instance(record.instanceId)}>{t('page.edit')}</Link>}
        </p>
      )}
      <DocumentView
        model={model}
        content={isFormer && frozen ? frozen : record}
        facts={facts}
        on={frozen?.submittedAt}
        opinions={wanted === undefined ? [] : signaturesOf(timeline, record.id, wanted)}
      />
    </div>
  )
}
