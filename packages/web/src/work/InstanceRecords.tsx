import type { RecordSummary } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LevelChip } from '../app/LevelChip.tsx'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import styles from './SideList.module.css'

/** The documents that an instance made. */
export function InstanceRecords({ records }: { records: RecordSummary[] }) {
  const { t } = useTranslation('work')
  return (
    <Sheet isFlush title={t('instance.records')}>
      {records.length === 0 && <p className={styles.none}>{t('instance.noRecords')}</p>}
      <ul>
        {records.map((record) => (
          <li key={record.id} className={styles.row}>
            <Link {...paths.record(record.id)}>{record.title}</Link>
            <p className={styles.note}>
              <span>{record.kindName}</span>
              {record.number && <span className="tabular">{record.number}</span>}
              {record.version > 0 && <span>V{record.version}</span>}
              <LevelChip level={record.level} />
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
