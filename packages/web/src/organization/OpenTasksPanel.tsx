import type { OpenTasks } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { List, type Column } from '../app/List.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { formatDateTime } from '../i18n/format.ts'
import styles from './parts.module.css'
import { openTasksQuery } from './queries.ts'

type Row = OpenTasks['items'][number]

interface PanelProps {
  subject: 'people' | 'positions'
  id: string
  title: string
}

/**
 * The open tasks that hang on one person: seen before somebody leaves. What is done about one stands in the last column of
 * its row.
 */
export function OpenTasksPanel({ subject, id, title }: PanelProps) {
  const { t } = useTranslation('organization')
  const { data, error, refetch } = useQuery(openTasksQuery(subject, id))
  const isEmpty = data?.items.length === 0 && data.hidden === 0
  return (
    <Sheet isFlush title={title}>
      {!isEmpty && data && <p className={styles.hint}>{t('openTasksHint')}</p>}
      {!data && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {isEmpty && <EmptyState title={t('noOpenTasks')} />}
      {data && data.items.length > 0 && <Tasks title={title} items={data.items} />}
      {data && data.hidden > 0 && (
        <p className={styles.more}>
          {t(data.items.length > 0 ? 'hiddenTasks' : 'onlyHiddenTasks', { count: data.hidden })}
        </p>
      )}
    </Sheet>
  )
}

function Tasks({ title, items }: { title: string; items: Row[] }) {
  const { t } = useTranslation('organization')
  const columns: Column<Row>[] = [
    {
      key: 'step',
      title: t('step'),
      render: ({ task, instance }) => <Link {...paths.instance(instance.id)}>{task.name}</Link>,
    },
    {
      key: 'instance',
      title: t('instance'),
      width: 300,
      render: ({ instance }) => (
        <>
          {instance.title} <LevelChip level={instance.level} />
          <div className={`tabular ${styles.soft}`}>{instance.number}</div>
        </>
      ),
    },
    {
      key: 'arrived',
      title: t('arrived'),
      width: 150,
      render: ({ task }) => <span className="tabular">{formatDateTime(task.createdAt)}</span>,
    },
    {
      key: 'holder',
      title: t('person'),
      width: 180,
      render: ({ task }) => task.holders.map(({ name }) => name).join(' '),
    },
  ]
  return (
    <List
      caption={title}
      source={{
        data: { pages: [{ items }] },
        error: null,
        hasNextPage: false,
        isFetchingNextPage: false,
        fetchNextPage: () => undefined,
        refetch: () => undefined,
      }}
      columns={columns}
      rowKey={({ task }) => task.id}
      card={({ task, instance }) => (
        <>
          <Link {...paths.instance(instance.id)}>{task.name}</Link>
          <p className={styles.cardLine}>
            <span>{instance.title}</span>
            <LevelChip level={instance.level} />
            <span className="tabular">{instance.number}</span>
            <span className="tabular">{formatDateTime(task.createdAt)}</span>
          </p>
        </>
      )}
      empty={null}
    />
  )
}
