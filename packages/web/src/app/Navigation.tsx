import {
  ApartmentOutlined,
  AppstoreOutlined,
  CalendarOutlined,
  ClusterOutlined,
  DashboardOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  FormOutlined,
  InboxOutlined,
  SendOutlined,
  SwapOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../identity/session.ts'
import { useBoxCounts } from '../work/queries.ts'
import { CountBadge } from './CountBadge.tsx'
import styles from './Navigation.module.css'
import { paths } from './paths.ts'

/**
 * The menu: what is to be done, what the department answers for, what was written, who works here. The registers are found
 * under the duties that they serve (职能总览).
 */
export function Navigation({ onChoose }: { onChoose?: () => void }) {
  const { t } = useTranslation('app')
  const me = useMe()
  const counts = useBoxCounts()
  const entry = { onClick: onChoose, className: styles.entry, activeProps: { className: styles.current } }
  return (
    <nav aria-label={t('mainNavigation')} className={styles.navigation}>
      <Link {...paths.workbench()} {...entry} activeOptions={{ exact: true }}>
        <AppstoreOutlined aria-hidden /> {t('nav.workbench')}
      </Link>
      <Group title={t('nav.work')}>
        <Link {...paths.box('todo')} {...entry} activeOptions={{ includeSearch: false }}>
          <InboxOutlined aria-hidden /> {t('nav.inbox')}
          <CountBadge count={counts?.todo ?? 0} isUrgent={(counts?.overdue ?? 0) > 0} />
        </Link>
        <Link {...paths.start()} {...entry}>
          <SendOutlined aria-hidden /> {t('nav.start')}
        </Link>
        <Link {...paths.runs()} {...entry} activeOptions={{ includeSearch: false }}>
          <FileSearchOutlined aria-hidden /> {t('nav.runs')}
        </Link>
        <Link {...paths.processes()} {...entry}>
          <ApartmentOutlined aria-hidden /> {t('nav.processes')}
        </Link>
      </Group>
      <Group title={t('nav.functions')}>
        <Link {...paths.functions()} {...entry}>
          <ClusterOutlined aria-hidden /> {t('nav.overview')}
        </Link>
        <Link {...paths.surveys()} {...entry} activeOptions={{ includeSearch: false }}>
          <FormOutlined aria-hidden /> {t('nav.surveys')}
        </Link>
      </Group>
      <Group title={t('nav.documents')}>
        <Link {...paths.records()} {...entry} activeOptions={{ exact: true, includeSearch: true }}>
          <FolderOpenOutlined aria-hidden /> {t('nav.allRecords')}
        </Link>
      </Group>
      <Group title={t('nav.system')}>
        <Link {...paths.organization()} {...entry} activeOptions={{ includeSearch: false }}>
          <TeamOutlined aria-hidden /> {t('nav.organization')}
        </Link>
        <Link {...paths.substitutions()} {...entry}>
          <SwapOutlined aria-hidden /> {t('nav.substitutions')}
        </Link>
        <Link {...paths.calendar()} {...entry} activeOptions={{ includeSearch: false }}>
          <CalendarOutlined aria-hidden /> {t('nav.calendar')}
        </Link>
        {me.positions.some(({ id }) => id === 'processAdmin') && (
          <Link {...paths.system()} {...entry}>
            <DashboardOutlined aria-hidden /> {t('nav.status')}
          </Link>
        )}
      </Group>
    </nav>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title} className={styles.group}>
      <p className={styles.groupTitle} aria-hidden>
        {title}
      </p>
      {children}
    </div>
  )
}
