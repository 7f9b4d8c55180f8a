import type { RecordDetail, RecordVersion, TimelineEntry } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { EmptyState } from '../../app/EmptyState.tsx'
import { LevelChip } from '../../app/LevelChip.tsx'
import { paths } from '../../app/paths.ts'
import { PendingPage } from '../../app/PendingPage.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { recordVersionsQuery } from '../queries.ts'
import { Comparison } from './Comparison.tsx'
import styles from './page.module.css'
import { signaturesOf } from './signatures.ts'

interface VersionsPanelProps {
  record: RecordDetail
  timeline: readonly TimelineEntry[]
  /** From the address: the older and the newer side of a comparison. */
  compare: number | undefined
  version: number | undefined
  /** Called when a version is opened: the document's tab shows it. */
  show: () => void
}

/** Every version that was submitted, with its checksum and who signed it; any two of them side by side. */
export function VersionsPanel({ record, timeline, compare, version, show }: VersionsPanelProps) {
  const { t } = useTranslation('records')
  const { data, error, refetch } = useQuery(recordVersionsQuery(record.id))
  if (!data) return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  const versions = data.items.toSorted((left, right) => right.version - left.version)
  const [newest] = versions
  if (!newest) return <EmptyState title={t('versions.none')} hint={t('versions.noneHint')} />
  const to = versions.find((one) => one.version === version) ?? newest
  const from =
    versions.find((one) => one.version === compare && one.version !== to.version) ??
    versions.find((one) => one.version < to.version) ??
    versions.find((one) => one.version !== to.version)
  return (
    <div className={styles.stack}>
      <Sheet isFlush title={t('versions.list')}>
        <ol className={styles.versions}>
          {versions.map((one) => (
            <VersionRow key={one.version} record={record} version={one} timeline={timeline} show={show} />
          ))}
        </ol>
      </Sheet>
      {from ? (
        <Comparison record={record} versions={versions} from={from} to={to} />
      ) : (
        <p className={styles.soft}>{t('versions.onlyOne')}</p>
      )}
    </div>
  )
}

interface VersionRowProps {
  record: RecordDetail
  version: RecordVersion
  timeline: readonly TimelineEntry[]
  show: () => void
}

function VersionRow({ record, version, timeline, show }: VersionRowProps) {
  const { t } = useTranslation('records')
  const { t: tApp } = useTranslation('app')
  const signatures = signaturesOf(timeline, record.id, version.version)
  const number = version.version
  return (
    <li className={styles.version}>
      <p className={styles.versionHead}>
        <Link
          {...paths.record(record.id, number === record.version ? {} : { version: number })}
          onClick={show}
          aria-label={t('versions.show', { version: number })}
          className={styles.versionNumber}
        >
          {t('version', { version: number })}
        </Link>
        <span>{version.title}</span>
        <LevelChip level={version.level} />
      </p>
      <p className={styles.soft}>
        {t('versions.submitted', { who: version.submittedBy.name, at: formatDateTime(version.submittedAt) })}
      </p>
      <p className={styles.soft}>
        {signatures.length === 0
          ? t('versions.noSignatures')
          : signatures
              .map(({ positionName, person, decisionLabel }) =>
                [positionName ?? person?.name ?? '', decisionLabel].join(' '),
              )
              .join(tApp('separator'))}
      </p>
      <p className={styles.hash} title={t('versions.hashNote')}>
        <span>{t('versions.hash')}</span> <code>{version.sha256}</code>
      </p>
    </li>
  )
}
