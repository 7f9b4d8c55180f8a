import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveUpdates } from '../notify/live.ts'
import { useNewTaskNotice } from '../notify/new-task.ts'
import { BottomBar } from './BottomBar.tsx'
import { Navigation } from './Navigation.tsx'
import { PendingPage } from './PendingPage.tsx'
import styles from './Shell.module.css'
import { TopBar } from './TopBar.tsx'
import { useNarrow } from './use-narrow.ts'

/** What stands around every page of whoever is signed in: bar, menu, content; on a phone a bar at the bottom. */
export function Shell() {
  const { t } = useTranslation('app')
  const isNarrow = useNarrow()
  const address = useRouterState({ select: (state) => state.location.pathname })
  useLiveUpdates()
  useNewTaskNotice()
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t('skipToContent')}
      </a>
      <TopBar />
      {!isNarrow && (
        <div className={styles.side}>
          <Navigation />
        </div>
      )}
      <main id="content" tabIndex={-1} className={styles.content}>
        <Suspense fallback={<PendingPage />}>
          <Outlet />
        </Suspense>
      </main>
      {isNarrow && <BottomBar key={address} />}
    </div>
  )
}
