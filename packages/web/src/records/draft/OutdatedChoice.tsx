import type { RecordDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { recordQuery } from '../queries.ts'
import styles from './draft.module.css'

interface OutdatedChoiceProps {
  recordId: string
  keepMine: (theirs: RecordDetail) => void
  takeTheirs: (theirs: RecordDetail) => void
}

/** The draft was saved elsewhere meanwhile: a person decides which one stays; neither is lost before that. */
export function OutdatedChoice({ recordId, keepMine, takeTheirs }: OutdatedChoiceProps) {
  const { t } = useTranslation('records')
  const theirs = useQuery({ ...recordQuery(recordId), staleTime: 0, refetchOnMount: 'always' })
  const isReady = theirs.data !== undefined && !theirs.isFetching
  return (
    <div role="alert" className={styles.conflict}>
      <p className={styles.conflictTitle}>{t('save.outdatedTitle')}</p>
      <p>{t('save.outdatedText')}</p>
      {theirs.error && <QueryFailure error={theirs.error} retry={() => void theirs.refetch()} />}
      {theirs.data && <p>{t('save.compareNote', { time: formatDateTime(theirs.data.updatedAt) })}</p>}
      <div className={styles.choices}>
        <Button type="primary" disabled={!isReady} onClick={() => theirs.data && keepMine(theirs.data)}>
          {t('save.keepMine')}
        </Button>
        <Button disabled={!isReady} onClick={() => theirs.data && takeTheirs(theirs.data)}>
          {t('save.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
