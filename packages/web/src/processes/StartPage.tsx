import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { ProcessCard } from './ProcessCard.tsx'
import styles from './ProcessCard.module.css'
import { processesQuery, useStart } from './queries.ts'

/** 发起流程: what I may start, with enough said about each to choose. */
export function StartPage() {
  const { t } = useTranslation('processes')
  const { data, error, refetch } = useQuery(processesQuery)
  const start = useStart()
  const mine = data?.items.filter((process) => process.startable)
  return (
    <Page title={t('startTitle')} note={t('startHint')}>
      {!mine && !error && <PendingPage />}
      {!mine && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {mine?.length === 0 && (
        <EmptyState title={t('noneStartable')} hint={t('noneStartableHint')}>
          <Link {...paths.processes()}>{t('title')}</Link>
        </EmptyState>
      )}
      <ul className={styles.cards}>
        {mine?.map((process) => (
          <li key={process.id}>
            <ProcessCard process={process}>
              <Button
                type="primary"
                loading={start.pendingId === process.id}
                disabled={start.isPending}
                aria-label={t('startNamed', { name: process.name })}
                onClick={() => start.start(process)}
              >
                {t('start')}
              </Button>
              <Link {...paths.process(process.id)} aria-label={t('viewNamed', { name: process.name })}>
                {t('view')}
              </Link>
            </ProcessCard>
          </li>
        ))}
      </ul>
    </Page>
  )
}
