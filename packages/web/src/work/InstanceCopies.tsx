import type { Copy } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { formatDateTime } from '../i18n/format.ts'
import styles from './SideList.module.css'

/** 抄送: to whom, by whom, and whether it was read. */
export function InstanceCopies({ copies }: { copies: Copy[] }) {
  const { t } = useTranslation('work')
  if (copies.length === 0) return null
  return (
    <Sheet isFlush title={t('copies.title')}>
      <ul>
        {copies.map(({ person, by, readAt }) => (
          <li key={person.id} className={styles.row}>
            <p>{person.name}</p>
            <p className={styles.note}>
              {readAt ? (
                <span className="tabular">{t('copies.read', { at: formatDateTime(readAt) })}</span>
              ) : (
                <Chip tone="pine">{t('copies.unread')}</Chip>
              )}
              {by && <span>{t('copies.from', { who: by.name })}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
