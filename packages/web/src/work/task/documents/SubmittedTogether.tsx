import type { TaskDocument } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { LevelChip } from '../../../app/LevelChip.tsx'
import styles from './documents.module.css'

/** What is submitted together, and which version each will be. */
export function SubmittedTogether({ documents }: { documents: readonly TaskDocument[] }) {
  const { t } = useTranslation('task')
  return (
    <>
      <p>{t('documents.together', { count: documents.length })}</p>
      <ol className={styles.submitted}>
        {documents.map(({ id, title, version, level }, index) => (
          <li key={id}>
            <span>
              {index + 1}. {title}
            </span>
            <span className={styles.facts}>
              V{version + 1}
              <LevelChip level={level} />
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
