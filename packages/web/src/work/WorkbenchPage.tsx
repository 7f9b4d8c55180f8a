import type { BoxItem } from '@canmou/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { useMe } from '../identity/session.ts'
import { QuickStart } from '../processes/QuickStart.tsx'
import { StartLink } from '../processes/StartLink.tsx'
import { BoxCard } from './BoxList.tsx'
import type { BoxName } from './boxes.ts'
import { byUrgency } from './overdue.ts'
import { boxQuery, useBoxCounts } from './queries.ts'
import styles from './WorkbenchPage.module.css'

const shown = 8

/** 工作台: what waits for me, what I started and where it is, what I can start. */
export function WorkbenchPage() {
  const { t } = useTranslation('work')
  const me = useMe()
  const counts = useBoxCounts()
  const hour = new Date().getHours()
  const greeting = hour < 12 ? 'greetingMorning' : hour < 18 ? 'greetingAfternoon' : 'greetingEvening'
  return (
    <Page
      title={t(`workbench.${greeting}`, { name: me.name })}
      note={
        counts &&
        (counts.todo > 0
          ? t(counts.overdue > 0 ? 'workbench.summaryOverdue' : 'workbench.summary', {
              todo: counts.todo,
              overdue: counts.overdue,
            })
          : t('workbench.summaryNone'))
      }
    >
      <div className={styles.board}>
        <BoxPreview
          box="todo"
          title={t('workbench.todo')}
          order={(items) => byUrgency(items, new Date())}
          empty={
            <EmptyState title={t('empty.todo')} hint={t('empty.todoHint')}>
              <StartLink />
            </EmptyState>
          }
        />
        <div className={styles.aside}>
          <QuickStart />
          <BoxPreview
            box="started"
            title={t('workbench.started')}
            order={(items) => items}
            empty={<EmptyState title={t('empty.started')} hint={t('empty.startedHint')} />}
          />
        </div>
      </div>
    </Page>
  )
}

interface BoxPreviewProps {
  box: BoxName
  title: string
  order: (items: BoxItem[]) => BoxItem[]
  empty: ReactNode
}

/** The first rows of a box, and the way to all of it. */
function BoxPreview({ box, title, order, empty }: BoxPreviewProps) {
  const { t } = useTranslation('work')
  const { data, error, refetch } = useInfiniteQuery(boxQuery(box))
  const items = data?.pages.flatMap((page) => page.items)
  return (
    <Sheet isFlush title={title} extra={<Link {...paths.box(box)}>{t('workbench.all')}</Link>}>
      {!items && !error && (
        <div className={styles.pending}>
          <Skeleton active paragraph={{ rows: 4 }} />
        </div>
      )}
      {!items && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {items?.length === 0 && empty}
      {items && items.length > 0 && (
        <ul aria-label={title}>
          {order(items)
            .slice(0, shown)
            .map((item) => (
              <li key={item.key} className={styles.row}>
                <BoxCard box={box} item={item} />
              </li>
            ))}
        </ul>
      )}
    </Sheet>
  )
}
