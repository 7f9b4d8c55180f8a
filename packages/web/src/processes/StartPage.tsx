import type { ProcessSummary } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { ProcessCard, RouteCard } from './ProcessCard.tsx'
import styles from './ProcessCard.module.css'
import { processesQuery, useStart } from './queries.ts'
import { startEntries, type StartEntry } from './start-entries.ts'

/** 发起流程: what I may start, with enough said about each to choose. */
export function StartPage() {
  const { t } = useTranslation('processes')
  const { data, error, refetch } = useQuery(processesQuery)
  const start = useStart()
  const entries = data && startEntries(data.items)
  const button = (entry: StartEntry, name: string, isBusy: boolean) => (
    <Button
      type="primary"
      loading={isBusy}
      disabled={start.isPending}
      aria-label={t('startNamed', { name })}
      onClick={() => start.startEntry(entry)}
    >
      {t('start')}
    </Button>
  )
  const view = ({ id, name }: ProcessSummary) => (
    <Link key={id} {...paths.process(id)} aria-label={t('viewNamed', { name })}>
      {t('view')}
    </Link>
  )
  return (
    <Page title={t('startTitle')} note={t('startHint')}>
      {!entries && !error && <PendingPage />}
      {!entries && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {entries?.length === 0 && (
        <EmptyState title={t('noneStartable')} hint={t('noneStartableHint')}>
          <Link {...paths.processes()}>{t('title')}</Link>
        </EmptyState>
      )}
      <ul className={styles.cards}>
        {entries?.map((entry) => (
          <li key={entry.key}>
            {entry.kind === 'process' ? (
              <ProcessCard process={entry.process}>
                {button(entry, entry.process.name, start.pendingId === entry.process.id)}
                {view(entry.process)}
              </ProcessCard>
            ) : (
              <RouteCard entry={entry}>{button(entry, entry.route.name, false)}</RouteCard>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
