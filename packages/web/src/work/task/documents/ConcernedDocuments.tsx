import type { TaskDetail } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ApiFailure } from '../../../api/failure.ts'
import { paths } from '../../../app/paths.ts'
import styles from './documents.module.css'

interface ConcernedDocumentsProps {
  task: Pick<TaskDetail, 'id' | 'documents'>
  refused: ApiFailure | undefined
}

/** Which of several documents keep the decision from being taken; each leads there. */
export function ConcernedDocuments({
  task: { id: taskId, documents = [] },
  refused,
}: ConcernedDocumentsProps) {
  const { t } = useTranslation('task')
  const named = new Set(refused?.details.flatMap(({ document }) => document?.id ?? []))
  const concerned = documents.flatMap(({ id }, index) => (named.has(id) ? [{ id, place: index + 1 }] : []))
  if (concerned.length === 0) return null
  return (
    <p role="status">
      {t('documents.concerned')}{' '}
      <span className={styles.links}>
        {concerned.map(({ id, place }) => (
          <Link key={id} {...paths.task(taskId, id)} replace resetScroll={false}>
            {t('documents.nth', { place })}
          </Link>
        ))}
      </span>
    </p>
  )
}
