import { SendOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { processesQuery, useStart } from './queries.ts'
import { startEntries } from './start-entries.ts'
import styles from './QuickStart.module.css'

/** The processes that I may start, each one click away. */
export function QuickStart() {
  const { t } = useTranslation('processes')
  const { t: tWork } = useTranslation('work')
  const { data, error, refetch } = useQuery(processesQuery)
  const start = useStart()
  const mine = data && startEntries(data.items)
  return (
    <Sheet
      isFlush
      title={tWork('workbench.quickStart')}
      extra={<Link {...paths.processes()}>{t('title')}</Link>}
    >
      {!mine && !error && (
        <div className={styles.pending}>
          <Skeleton active title={false} paragraph={{ rows: 2 }} />
        </div>
      )}
      {!mine && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {mine?.length === 0 && <EmptyState title={t('noneStartable')} hint={t('noneStartableHint')} />}
      {mine && mine.length > 0 && (
        <ul className={styles.list}>
          {mine.map((entry) => (
            <li key={entry.key}>
              <button
                type="button"
                className={styles.start}
                disabled={start.isPending}
                onClick={() => start.startEntry(entry)}
              >
                <SendOutlined aria-hidden />
                <span className="visually-hidden">{t('start')}</span>
                <span className={styles.name}>
                  {entry.kind === 'process' ? entry.process.name : entry.route.name}
                </span>
                <span className={styles.code}>
                  {entry.kind === 'process'
                    ? entry.process.id
                    : entry.ways.map(({ process }) => process.id).join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
