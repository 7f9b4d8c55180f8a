import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Page } from '../app/Page.tsx'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { functionsQuery } from './queries.ts'
import { WorkList } from './WorkList.tsx'
import styles from './functions.module.css'

/** 职能总览: the four functions with their sixteen duties (domain.md §4), each with the ways into it. */
export function FunctionsPage() {
  const { t } = useTranslation('functions')
  const { data, error, refetch } = useQuery(functionsQuery)
  return (
    <Page title={t('title')} note={t('note')}>
      {!data && !error && <PendingPage />}
      {!data && error && <QueryFailure error={error} retry={() => void refetch()} />}
      <div className={styles.functions}>
        {data?.items.map(({ id, name, role, duties }) => (
          <Sheet
            key={id}
            isFlush
            title={`${role} · ${name}`}
            extra={<span className={styles.count}>{t('duties', { count: duties.length })}</span>}
          >
            <ol className={styles.duties}>
              {duties.map((duty) => (
                <li key={duty.id} className={styles.duty}>
                  <p className={styles.text}>
                    <span className={styles.number} aria-label={t('duty', { id: duty.id })}>
                      {duty.id}
                    </span>
                    {duty.text}
                  </p>
                  <WorkList processes={duty.processes} kinds={duty.kinds} />
                </li>
              ))}
            </ol>
          </Sheet>
        ))}
      </div>
    </Page>
  )
}
