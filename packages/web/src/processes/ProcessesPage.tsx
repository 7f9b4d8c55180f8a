import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { ProcessCard } from './ProcessCard.tsx'
import styles from './ProcessCard.module.css'
import { processesQuery } from './queries.ts'

/** 流程一览: every process of the department, whoever starts it. */
export function ProcessesPage() {
  const { t } = useTranslation('processes')
  const { data, error, refetch } = useQuery(processesQuery)
  return (
    <Page title={t('title')}>
      {!data && !error && <PendingPage />}
      {!data && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <EmptyState title={t('none')} />}
      <ul className={styles.cards}>
        {data?.items.map((process) => (
          <li key={process.id}>
            <ProcessCard process={process}>
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
