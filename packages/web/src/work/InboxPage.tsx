import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CountBadge } from '../app/CountBadge.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { SearchBox } from '../app/SearchBox.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { StartLink } from '../processes/StartLink.tsx'
import { BoxList } from './BoxList.tsx'
import { boxNames, type BoxName } from './boxes.ts'
import styles from './InboxPage.module.css'
import { useBoxCounts } from './queries.ts'

/** 流程中心: the four boxes, each with its own address, its search kept in it. */
export function InboxPage() {
  const { t } = useTranslation('work')
  const { box } = useParams({ from: '/signed-in/inbox/$box' })
  const { q = '' } = useSearch({ from: '/signed-in/inbox/$box' })
  const navigate = useNavigate()
  const search = (words: string) => void navigate({ ...paths.box(box, words), replace: true })
  return (
    <Page title={t('inbox')}>
      <div className={styles.tools}>
        <BoxTabs q={q} />
        <div className={styles.search}>
          <SearchBox key={box} label={t('search')} value={q} search={search} />
        </div>
      </div>
      <Sheet isFlush>
        <BoxList
          key={box}
          box={box}
          search={q ? { q } : {}}
          empty={<EmptyBox box={box} q={q} clear={() => search('')} />}
        />
      </Sheet>
    </Page>
  )
}

function BoxTabs({ q }: { q: string }) {
  const { t } = useTranslation('work')
  const counts = useBoxCounts()
  const count = { todo: counts?.todo ?? 0, done: 0, started: 0, cc: counts?.cc ?? 0 }
  return (
    <nav aria-label={t('inbox')} className={styles.tabs}>
      {boxNames.map((name) => (
        <Link
          key={name}
          {...paths.box(name, q)}
          activeOptions={{ includeSearch: false }}
          className={styles.tab}
          activeProps={{ className: styles.current }}
        >
          {t(`box.${name}`)}{' '}
          <CountBadge count={count[name]} isUrgent={name === 'todo' && (counts?.overdue ?? 0) > 0} />
        </Link>
      ))}
    </nav>
  )
}

function EmptyBox({ box, q, clear }: { box: BoxName; q: string; clear: () => void }) {
  const { t } = useTranslation('work')
  if (q) {
    return (
      <EmptyState title={t('empty.search', { q })} hint={t('empty.searchHint')}>
        <Button onClick={clear}>{t('clearSearch')}</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={t(`empty.${box}`)} hint={t(`empty.${box}Hint`)}>
      {(box === 'todo' || box === 'started') && <StartLink />}
    </EmptyState>
  )
}
