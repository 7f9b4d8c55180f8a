import type { BoxItem } from '@canmou/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { List, type Column } from '../app/List.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { addressOf } from './box-links.ts'
import styles from './BoxList.module.css'
import type { RunList } from './boxes.ts'
import { DueDate } from './DueDate.tsx'
import { boxQuery } from './queries.ts'
import type { RunSearch } from './run-search.ts'
import { StatusChip } from './StatusChip.tsx'
import { TogetherBar } from './together/TogetherBar.tsx'
import { useTogether } from './together/use-together.ts'
import { RowVerbs } from './verbs/RowVerbs.tsx'

/** One box of 流程中心: what is in it, and the way to each. */
export function BoxList({ box, search, empty }: { box: RunList; search: RunSearch; empty: ReactNode }) {
  const { t } = useTranslation('work')
  const source = useInfiniteQuery(boxQuery(box, search))
  const { t: tVerbs } = useTranslation('verbs')
  const columns = useColumns(box)
  const together = useTogether(source.data?.pages.flatMap(({ items }) => items) ?? [])
  return (
    <>
      <List
        caption={t('list.caption', { box: t(`box.${box}`) })}
        source={source}
        columns={columns}
        rowKey={(item) => item.key}
        card={(item) => (
          <div className={styles.row}>
            <BoxCard box={box} item={item} />
            <RowVerbs box={box} item={item} />
          </div>
        )}
        empty={empty}
        selection={{
          ...together.selection,
          label: ({ instance }) => tVerbs('together.choose', { about: instance.title }),
          allLabel: tVerbs('together.chooseAll'),
        }}
      />
      <TogetherBar items={together.items} clear={together.clear} />
    </>
  )
}

function useColumns(box: RunList): Column<BoxItem>[] {
  const { t } = useTranslation('work')
  const title: Column<BoxItem> = {
    key: 'title',
    title: t('list.title'),
    render: (item) => (
      <>
        <Link {...addressOf(box, item)}>{item.instance.title}</Link>
        <div className={styles.under}>
          <span className="tabular">{item.instance.number}</span>
          <LevelChip level={item.instance.level} />
          {box === 'cc' && !item.readAt && <Chip tone="pine">{t('unread')}</Chip>}
        </div>
      </>
    ),
  }
  const process: Column<BoxItem> = {
    key: 'process',
    title: t('list.process'),
    width: 150,
    render: (item) => item.instance.processName,
  }
  const starter: Column<BoxItem> = {
    key: 'starter',
    title: t('list.starter'),
    width: 136,
    render: (item) => <span className={styles.name}>{item.instance.starter.name}</span>,
  }
  const status: Column<BoxItem> = {
    key: 'status',
    title: t('list.status'),
    width: 96,
    render: (item) => <StatusChip status={item.instance.status} />,
  }
  const time = (
    key: string,
    heading: string,
    of: (item: BoxItem) => string | undefined,
  ): Column<BoxItem> => ({
    key,
    title: heading,
    width: 148,
    render: (item) => <span className="tabular">{formatOptional(of(item))}</span>,
  })
  const step = (heading: string): Column<BoxItem> => ({
    key: 'step',
    title: heading,
    width: 180,
    render: (item) => <Steps box={box} item={item} />,
  })

  const more: Column<BoxItem> = {
    key: 'more',
    title: t('list.more'),
    width: 76,
    render: (item) => <RowVerbs box={box} item={item} />,
  }

  if (box === 'todo') {
    return [
      title,
      process,
      step(t('list.step')),
      starter,
      time('arrived', t('list.arrived'), (item) => item.task?.createdAt),
      more,
    ]
  }
  if (box === 'done') {
    return [
      title,
      process,
      step(t('list.doneStep')),
      status,
      time('completed', t('list.completed'), (item) => item.task?.completedAt),
      more,
    ]
  }
  return [
    title,
    process,
    step(t('list.step')),
    ...(box === 'all' ? [starter] : []),
    status,
    time('started', t('list.started'), (item) => item.instance.startedAt),
    ...(box === 'cc' ? [] : [more]),
  ]
}

const formatOptional = (value: string | undefined) => (value ? formatDateTime(value) : '')

/** The step that puts the row into the box: with its time limit, its decision, or, for 我发起的, all open ones. */
function Steps({ box, item: { task, openSteps } }: { box: RunList; item: BoxItem }) {
  const { t } = useTranslation('app')
  const { t: tWork } = useTranslation('work')
  if (!task || (box !== 'todo' && box !== 'done')) return <>{openSteps.join(t('separator')) || '—'}</>
  return (
    <>
      {task.name}
      <div className={styles.under}>
        {task.onBehalfOf && <Chip tone="blue">{tWork('onBehalfOf', { name: task.onBehalfOf.name })}</Chip>}
        {task.state === 'open' ? <DueDate task={task} /> : <Decision task={task} />}
      </div>
    </>
  )
}

function Decision({ task }: { task: NonNullable<BoxItem['task']> }) {
  if (!task.decision) return null
  const isAgreed = task.decision === 'approve' || task.decision === 'submit'
  return <Chip tone={isAgreed ? 'green' : 'seal'}>{task.decisionLabel}</Chip>
}

/** The same row on a phone, and in the lists of the workbench. */
export function BoxCard({ box, item }: { box: RunList; item: BoxItem }) {
  const { t } = useTranslation('work')
  const { instance, task } = item
  const moment = box === 'todo' ? task?.createdAt : box === 'done' ? task?.completedAt : instance.startedAt
  return (
    <div className={styles.card}>
      <Link {...addressOf(box, item)}>{instance.title}</Link>
      <div className={styles.step}>
        <Steps box={box} item={item} />
      </div>
      <div className={styles.under}>
        <span className="tabular">{instance.number}</span>
        <LevelChip level={instance.level} />
        {(box === 'todo' || box === 'all') && <span>{instance.starter.name}</span>}
        {box !== 'todo' && <StatusChip status={instance.status} />}
        {box === 'cc' && !item.readAt && <Chip tone="pine">{t('unread')}</Chip>}
        <span className={`tabular ${styles.moment}`}>{formatOptional(moment)}</span>
      </div>
    </div>
  )
}
