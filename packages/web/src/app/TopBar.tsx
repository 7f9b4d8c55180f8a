import { InboxOutlined, SendOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useBoxCounts } from '../work/queries.ts'
import { CountBadge } from './CountBadge.tsx'
import { Logo } from './Logo.tsx'
import { paths } from './paths.ts'
import styles from './TopBar.module.css'
import { useNarrow } from './use-narrow.ts'
import { UserMenu } from './UserMenu.tsx'

/** The name of the program, 发起流程, what waits for me, and who I am. */
export function TopBar() {
  const { t } = useTranslation('app')
  const isNarrow = useNarrow()
  const counts = useBoxCounts()
  const todo = counts?.todo ?? 0
  return (
    <header className={styles.bar}>
      <Link {...paths.workbench()} className={styles.brand}>
        <Logo />
        <span className={styles.name}>{t('name')}</span>
      </Link>
      <div className={styles.actions}>
        {!isNarrow && (
          <>
            <Link {...paths.start()} className={styles.start}>
              <SendOutlined aria-hidden /> {t('start')}
            </Link>
            <Link {...paths.box('todo')} className={styles.todo} aria-label={t('todoBadge', { count: todo })}>
              <InboxOutlined aria-hidden />
              <span className={styles.count}>
                <CountBadge count={todo} isUrgent={(counts?.overdue ?? 0) > 0} />
              </span>
            </Link>
          </>
        )}
        <UserMenu />
      </div>
    </header>
  )
}
