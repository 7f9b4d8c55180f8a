import type { RecordDetail } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../app/EmptyState.tsx'
import { paths } from '../../app/paths.ts'
import { RecordStatusChip } from '../StatusChip.tsx'
import styles from './page.module.css'

/** What a record is tied to, in both directions (features.md §4.0-4). */
export function LinkList({ links }: { links: RecordDetail['links'] }) {
  const { t } = useTranslation('records')
  if (links.length === 0) return <EmptyState title={t('links.none')} />
  return (
    <ul aria-label={t('links.caption')} className={styles.links}>
      {links.map(({ type, direction, record }) => (
        <li key={`${type} ${direction} ${record.id}`} className={styles.link}>
          <span className={styles.soft}>
            {t(`links.type.${type}`)} {t(`links.direction.${direction}`)}
          </span>
          <Link {...paths.record(record.id)}>{record.title}</Link>
          <span className="tabular">{record.number}</span>
          <RecordStatusChip status={record.status} />
        </li>
      ))}
    </ul>
  )
}
