import type { TaskDocument } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../app/paths.ts'
import styles from './documents.module.css'

interface IncompleteNoteProps {
  taskId: string
  documents: readonly TaskDocument[]
  shownId: string
}

/** Which of the other documents keep all of them from being submitted, after an attempt; each leads there. */
export function IncompleteNote({ taskId, documents, shownId }: IncompleteNoteProps) {
  const { t } = useTranslation('task')
  const left = documents.flatMap(({ id, problems = 0 }, index) =>
    problems > 0 && id !== shownId ? [{ id, place: index + 1 }] : [],
  )
  if (left.length === 0) return null
  return (
    <p role="alert">
      {t('documents.left')}{' '}
      <span className={styles.links}>
        {left.map(({ id, place }) => (
          <Link key={id} {...paths.task(taskId, id)} replace>
            {t('documents.nth', { place })}
          </Link>
        ))}
      </span>
    </p>
  )
}
