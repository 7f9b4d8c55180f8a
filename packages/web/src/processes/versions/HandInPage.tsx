import type { ProcessDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { EmptyState } from '../../app/EmptyState.tsx'
import { Page } from '../../app/Page.tsx'
import { PendingPage } from '../../app/PendingPage.tsx'
import { processQuery } from '../queries.ts'
import { HandInForm } from './HandInForm.tsx'
import { versionQuery } from './queries.ts'

/** Hands in a changed drawing as the next version. */
export function NewVersionPage() {
  const { t } = useTranslation('versions')
  const { processId } = useParams({ from: '/signed-in/processes/$processId/versions/new' })
  const { data: process, error, refetch } = useQuery(processQuery(processId))
  if (!process) return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  if (!process.mayChange) return <EmptyState heading="h1" title={t('notAllowed')} />
  return (
    <Page title={t('newTitle', { name: process.name })}>
      <HandInForm process={process} current={process.xml} />
    </Page>
  )
}

/** Replaces the drawing of a draft. */
export function EditVersionPage() {
  const { processId, version } = useParams({ from: '/signed-in/processes/$processId/versions/$version/edit' })
  const { data: process, error, refetch } = useQuery(processQuery(processId))
  if (!process) return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  return <EditVersion process={process} version={version} />
}

function EditVersion({ process, version }: { process: ProcessDetail; version: number }) {
  const { t } = useTranslation('versions')
  const { data, error, refetch } = useQuery(versionQuery(process.id, version))
  if (!data) return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  if (!data.can.change) return <EmptyState heading="h1" title={t('notDraft')} />
  return (
    <Page title={t('editTitle', { name: process.name, version })}>
      <HandInForm process={process} version={version} note={data.note} current={data.xml} />
    </Page>
  )
}
