import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { EmptyState } from '../../app/EmptyState.tsx'
import { paths } from '../../app/paths.ts'
import { PendingPage } from '../../app/PendingPage.tsx'
import { recordQuery } from '../queries.ts'
import { useRecordModel } from '../use-record-model.ts'
import { EntryForm } from './EntryForm.tsx'

/** An entry of a register while it is written. */
export function EntryPage() {
  const { t } = useTranslation('records')
  const { recordId } = useParams({ from: '/signed-in/records/$recordId/edit' })
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...recordQuery(recordId),
    refetchOnMount: 'always',
  })
  // A draft is never opened from a former visit's copy: it would be edited on an old revision.
  const record = isFetchedAfterMount ? data : undefined
  const { model } = useRecordModel(record?.isDraft ? record.kind : undefined)
  if (hasCode(error, 'NOT_FOUND') || record?.isDraft === false) {
    return (
      <EmptyState heading="h1" title={t('entry.noDraft')} hint={t('entry.noDraftHint')}>
        <Link {...(record ? paths.record(recordId) : paths.records())}>{t('entry.back')}</Link>
      </EmptyState>
    )
  }
  if (error) return <QueryFailure error={error} retry={() => void refetch()} />
  return record && model ? <EntryForm key={record.id} record={record} model={model} /> : <PendingPage />
}
