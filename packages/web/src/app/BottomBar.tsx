import { AppstoreOutlined, InboxOutlined, MenuOutlined, SendOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoxCounts } from '../work/queries.ts'
import styles from './BottomBar.module.css'
import { CountBadge } from './CountBadge.tsx'
import { Navigation } from './Navigation.tsx'
import { paths } from './paths.ts'

/** The phone's bar: the three places that a thumb goes to, and the whole menu behind 更多. */
export function BottomBar() {
  const { t } = useTranslation('app')
  const { t: tWork } = useTranslation('work')
  const counts = useBoxCounts()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const entry = { className: styles.entry, activeProps: { className: styles.current } }
  return (
    <>
      <nav className={styles.bar} aria-label={t('name')}>
        <Link {...paths.workbench()} {...entry} activeOptions={{ exact: true }}>
          <AppstoreOutlined aria-hidden />
          {t('nav.workbench')}
        </Link>
        <Link {...paths.box('todo')} {...entry} activeOptions={{ includeSearch: false }}>
          {tWork('box.todo')}
          {/* Drawn above, read after: 待办 7, not 7 待办. */}
          <span className={styles.icon}>
            <InboxOutlined aria-hidden />
            <span className={styles.count}>
              <CountBadge count={counts?.todo ?? 0} isUrgent={(counts?.overdue ?? 0) > 0} />
            </span>
          </span>
        </Link>
        <Link {...paths.start()} {...entry}>
          <SendOutlined aria-hidden />
          {t('start')}
        </Link>
        <button type="button" className={styles.entry} popoverTarget={id}>
          <MenuOutlined aria-hidden />
          {t('more')}
        </button>
      </nav>
      <div id={id} ref={menu} popover="auto" className={styles.menu}>
        <Navigation onChoose={() => menu.current?.hidePopover()} />
      </div>
    </>
  )
}
