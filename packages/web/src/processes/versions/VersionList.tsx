import type { ProcessDetail, ProcessVersion } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { List, type Column } from '../../app/List.tsx'
import { paths } from '../../app/paths.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDate } from '../../i18n/format.ts'
import { versionsQuery } from './queries.ts'
import { VersionStatusChip } from './VersionStatusChip.tsx'
import styles from './versions.module.css'

/** Every version of a process, the newest first: what changed, who signed it, when (domain.md §3 GOV-2). */
export function VersionList({ process }: { process: Pick<ProcessDetail, 'id' | 'name' | 'mayChange'> }) {
  const { t } = useTranslation('versions')
  const { data, error, refetch } = useQuery(versionsQuery(process.id))
  const link = ({ version }: ProcessVersion) => (
    <Link {...paths.processVersion(process.id, version)}>V{version}</Link>
  )
  const note = (version: ProcessVersion) => <span className={styles.note}>{version.note || t('noNote')}</span>
  const columns: Column<ProcessVersion>[] = [
    { key: 'version', title: t('list.version'), width: 90, render: link },
    {
      key: 'status',
      title: t('list.status'),
      width: 130,
      render: ({ status }) => <VersionStatusChip status={status} />,
    },
    { key: 'note', title: t('list.note'), render: note },
    {
      key: 'signed',
      title: t('list.signed'),
      width: 220,
      render: (version) => <SignedBy version={version} />,
    },
    { key: 'date', title: t('list.date'), width: 170, render: (version) => <Dates version={version} /> },
  ]
  return (
    <Sheet
      isFlush
      title={t('title')}
      extra={process.mayChange && <Link {...paths.newProcessVersion(process.id)}>{t('new')}</Link>}
    >
      <List
        caption={t('list.caption', { name: process.name })}
        source={{
          data: data && { pages: [data] },
          error,
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
          refetch,
        }}
        columns={columns}
        rowKey={({ version }) => String(version)}
        card={(version) => (
          <>
            <p className={styles.rowHead}>
              {link(version)} <VersionStatusChip status={version.status} />
            </p>
            {note(version)}
            <p className={styles.soft}>
              <SignedBy version={version} />
            </p>
            <Dates version={version} />
          </>
        )}
        empty={null}
      />
    </Sheet>
  )
}

/** Who has signed it: the installation, or the five in their review; the review's link while it goes on. */
export function SignedBy({ version }: { version: ProcessVersion }) {
  const { t } = useTranslation('versions')
  const { reviewId, reviewNumber, signedBy } = version
  if (reviewId !== undefined && reviewNumber !== undefined) {
    return (
      <Link {...paths.instance(reviewId)} className={styles.inner}>
        {t('reviewNumbered', { number: reviewNumber })}
      </Link>
    )
  }
  if (reviewId !== undefined) return <span>{t('review')}</span>
  return <span>{t(signedBy === 'installation' && version.effectiveAt ? 'installation' : 'unsigned')}</span>
}

function Dates({ version: { createdAt, effectiveAt } }: { version: ProcessVersion }) {
  const { t } = useTranslation('versions')
  return (
    <span className={styles.dates}>
      <span className="tabular">{t('created', { at: formatDate(createdAt) })}</span>
      {effectiveAt && <span className="tabular">{t('effective', { at: formatDate(effectiveAt) })}</span>}
    </span>
  )
}
