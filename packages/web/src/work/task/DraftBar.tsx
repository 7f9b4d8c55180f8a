import type { TaskDetail } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { OutdatedChoice } from '../../records/draft/OutdatedChoice.tsx'
import { SaveStatus } from '../../records/draft/SaveStatus.tsx'
import type { RecordDraft } from '../../records/draft/use-record-draft.ts'
import { IncompleteNote } from './documents/IncompleteNote.tsx'
import type { Together } from './documents/use-together.ts'
import type { ActMutation } from './queries.ts'
import styles from './task.module.css'
import type { Submission } from './use-submission.ts'
import { VerbButtons } from './VerbButtons.tsx'

interface DraftBarProps {
  task: TaskDetail
  recordId: string
  recordDraft: RecordDraft
  submission: Submission
  together: Together | undefined
  act: ActMutation
}

/** Always in reach while a document is written: whether it is saved, and the way on. */
export function DraftBar({ task, recordId, recordDraft, submission, together, act }: DraftBarProps) {
  const { t } = useTranslation('task')
  const { draft } = recordDraft
  return (
    <div className={styles.bar} role="group" aria-label={t('act.bar')}>
      {draft.state.kind === 'outdated' ? (
        <OutdatedChoice
          recordId={recordId}
          keepMine={(theirs) => draft.saver.keepMine(theirs.draftRevision)}
          takeTheirs={recordDraft.takeTheirs}
        />
      ) : (
        <>
          <div className={styles.barNote}>
            <SaveStatus state={draft.state} retry={() => void draft.saver.flush()} />
            {submission.hint && <p role="alert">{submission.hint}</p>}
            {together?.isAttempted && (
              <IncompleteNote taskId={task.id} documents={together.documents} shownId={recordId} />
            )}
          </div>
          <VerbButtons
            verbs={task.verbs}
            pending={act.isPending ? act.variables.verb : undefined}
            isDisabled={act.isPending || act.isSuccess || submission.isChecking}
            choose={submission.choose}
          />
        </>
      )}
    </div>
  )
}
