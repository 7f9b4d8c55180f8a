import type { TaskDetail, TaskDocument } from '@canmou/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../app/paths.ts'
import type { RecordDraft } from '../../../records/draft/use-record-draft.ts'
import styles from './documents.module.css'
import { useRemoveDocument } from './queries.ts'

interface DocumentStripProps {
  task: TaskDetail
  documents: readonly TaskDocument[]
  recordId: string
  recordDraft: RecordDraft
  /** Its draft is gone: nothing of it is to be saved any more. */
  onRemoved: () => void
}

/** Which of the step's documents is being written, and the way to give it up. */
export function DocumentStrip(props: DocumentStripProps) {
  const { task, documents, recordId, recordDraft, onRemoved } = props
  const { t } = useTranslation('task')
  const navigate = useNavigate()
  const remove = useRemoveDocument(task.id)
  const index = documents.findIndex(({ id }) => id === recordId)
  const document = documents[index]
  if (!document) return null
  const neighbor = documents[index + 1] ?? documents[index - 1]
  const giveUp = async (): Promise<void> => {
    // A save under way would come after the draft is gone.
    await recordDraft.draft.saver.flush()
    remove.mutate(recordId, {
      onSuccess() {
        onRemoved()
        void navigate({ ...paths.task(task.id, neighbor?.id), replace: true, ignoreBlocker: true })
      },
    })
  }
  return (
    <div className={styles.strip}>
      <h2>{t('documents.place', { place: index + 1, count: documents.length })}</h2>
      {document.version === 0 && neighbor && (
        <Popconfirm title={t('documents.removeSure', { place: index + 1 })} onConfirm={() => void giveUp()}>
          <Button danger size="small" loading={remove.isPending}>
            {t('documents.remove')}
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}
