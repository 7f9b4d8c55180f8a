import type { RecordDetail } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../app/EmptyState.tsx'
import { paths } from '../../app/paths.ts'
import { RecordStatusChip } from '../StatusChip.tsx'
import { groupLinks } from './link-groups.ts'
import styles from './page.module.css'

/** What a record is based on, what came of it, what proves it, where it went (features.md §4.0-4, domain.md §3 GOV-1). */
export function LinkList({ links }: { links: RecordDetail['links'] }) {
  const { t } = useTranslation('records')
  if (links.length === 0) return <EmptyState title={t('links.none')} />
  return (
    <div className={styles.linkGroups}>
      {groupLinks(links).map(({ group, links: own }) => (
        <section key={group} aria-labelledby={`links-${group}`}>
          <h3 id={`links-${group}`} className={styles.linkTitle}>
            {t(`links.group.${group}`)}
          </h3>
          <ul>
            {own.map(({ record }) => (
              <li key={record.id} className={styles.link}>
                <span className={styles.soft}>{record.kindName}</span>
                <Link {...paths.record(record.id)}>{record.title}</Link>
                <span className="tabular">{record.number}</span>
                <RecordStatusChip status={record.status} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
