import type { VersionDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { Page } from '../../app/Page.tsx'
import { paths } from '../../app/paths.ts'
import { PendingPage } from '../../app/PendingPage.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { processQuery } from '../queries.ts'
import { CheckedDrawing } from './CheckedDrawing.tsx'
import { DownloadDrawing } from './DownloadDrawing.tsx'
import { useReview, versionQuery } from './queries.ts'
import { SignedBy } from './VersionList.tsx'
import { VersionStatusChip } from './VersionStatusChip.tsx'
import styles from './versions.module.css'

/** One version: its drawing, what can be said against it, how it differs, and why it can or cannot be started. */
export function VersionPage() {
  const { t } = useTranslation('versions')
  const { processId, version } = useParams({ from: '/signed-in/processes/$processId/versions/$version' })
  const { data: process, error, refetch } = useQuery(processQuery(processId))
  const detail = useQuery(versionQuery(processId, version))
  const failure = error ?? detail.error
  if (!process || !detail.data) {
    return (
      <Page title={t('title')}>
        {failure ? (
          <QueryFailure error={failure} retry={() => void (error ? refetch() : detail.refetch())} />
        ) : (
          <PendingPage />
        )}
      </Page>
    )
  }
  const { data } = detail
  return (
    <Page
      title={t('pageTitle', { name: process.name, version })}
      mark={
        <>
          <span className={styles.code}>{processId}</span>
          <VersionStatusChip status={data.status} />
        </>
      }
      note={<Standing version={data} />}
      actions={<Actions processId={processId} version={data} />}
    >
      <div className={styles.parts}>
        {data.note && (
          <Sheet title={t('note')}>
            <p className={styles.said}>{data.note}</p>
          </Sheet>
        )}
        <CheckedDrawing
          key={`${data.version} ${data.xml.length}`}
          name={process.name}
          xml={data.xml}
          check={data}
          isCurrent={data.status === 'inEffect'}
        />
        <p className={styles.links}>
          <DownloadDrawing xml={data.xml} name={`${processId}-V${version}`} />
          <Link {...paths.process(processId)}>{t('process')}</Link>
        </p>
      </div>
    </Page>
  )
}

/** Whether it can be started, and why not. */
function Standing({ version }: { version: VersionDetail }) {
  const { t } = useTranslation('versions')
  const { status, reviewId, signedBy } = version
  const isReturned = status === 'draft' && reviewId !== undefined
  return (
    <div className={styles.standing}>
      <p>{t(isReturned ? 'why.draftInReview' : `why.${status}`)}</p>
      {(reviewId !== undefined || signedBy !== undefined) && (
        <p>
          <SignedBy version={version} />
        </p>
      )}
    </div>
  )
}

function Actions({ processId, version }: { processId: string; version: VersionDetail }) {
  const { t } = useTranslation('versions')
  const review = useReview(processId, version.version)
  if (!version.can.change) return null
  return (
    <>
      <Link {...paths.editProcessVersion(processId, version.version)} className={styles.action}>
        {t('replace')}
      </Link>
      {version.can.review && (
        <Button type="primary" loading={review.isPending} onClick={() => review.mutate()}>
          {t('toReview')}
        </Button>
      )}
    </>
  )
}
