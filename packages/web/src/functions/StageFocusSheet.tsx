import type { RecordDetail, StageFocus } from '@canmou/contract'
import { CheckCircleFilled, MinusCircleOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { RecordStatusChip } from '../records/StatusChip.tsx'
import { focusQuery } from './queries.ts'
import { WorkList } from './WorkList.tsx'
import styles from './functions.module.css'

type Item = StageFocus['items'][number]

/** 本阶段工作重点: what the stage of a product asks for (domain.md §5), what of it is done, and the ways into the rest. */
export function StageFocusSheet({ record }: { record: RecordDetail }) {
  const { t } = useTranslation('functions')
  const { data, error, refetch } = useQuery(focusQuery(record.id))
  if (!data) return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  const done = data.items.filter((item) => item.done).length
  return (
    <Sheet
      isFlush
      title={t('focus.title')}
      extra={
        <span className={styles.count}>
          {t('focus.stage', { stage: data.stageName, done, count: data.items.length })}
        </span>
      }
    >
      <ol className={styles.duties}>
        {data.items.map((item) => (
          <FocusItem key={item.id} item={item} />
        ))}
      </ol>
      <p className={styles.how}>{t('focus.how')}</p>
    </Sheet>
  )
}

function FocusItem({ item }: { item: Item }) {
  const { t } = useTranslation('functions')
  return (
    <li className={styles.duty}>
      <p className={styles.text}>
        <Mark item={item} />
        {item.text}
        {item.done && (
          <span className={styles.count}>
            {t('focus.doneOn', { day: item.done.on })}
            {item.done.note && ` · ${item.done.note}`}
          </span>
        )}
      </p>
      {item.evidence.length > 0 && (
        <ul className={styles.evidence} aria-label={t('focus.evidence')}>
          {item.evidence.map((one) => (
            <li key={one.id}>
              <Link {...paths.record(one.id)}>{one.title}</Link>
              <span className={styles.count}>{one.kindName}</span>
              <RecordStatusChip status={one.status} />
            </li>
          ))}
        </ul>
      )}
      <WorkList processes={item.processes} kinds={item.kinds} />
    </li>
  )
}

function Mark({ item: { done, evidence } }: { item: Item }) {
  const { t } = useTranslation('functions')
  const state = done ? 'done' : evidence.length > 0 ? 'under' : 'open'
  const Icon = { done: CheckCircleFilled, under: PlayCircleOutlined, open: MinusCircleOutlined }[state]
  return (
    <span className={styles.mark} data-state={state}>
      <Icon aria-hidden />
      {t(`focus.${state}`)}
    </span>
  )
}
