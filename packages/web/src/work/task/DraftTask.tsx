import type { RecordDetail, TaskDetail } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { AttachmentEditor } from '../../records/attachments/AttachmentEditor.tsx'
import { useUploads } from '../../records/attachments/use-uploads.ts'
import { LeaveGuard } from '../../records/draft/LeaveGuard.tsx'
import { useRecordDraft } from '../../records/draft/use-record-draft.ts'
import { LevelField } from '../../records/envelope/LevelField.tsx'
import { TitleField } from '../../records/envelope/TitleField.tsx'
import { FormSurroundingsProvider } from '../../records/form/controls/control.ts'
import { ErrorSummary } from '../../records/form/ErrorSummary.tsx'
import type { RecordModel } from '../../records/form/field-model.ts'
import { besideData, placeId } from '../../records/form/place.ts'
import { RecordForm } from '../../records/form/RecordForm.tsx'
import { DraftBar } from './DraftBar.tsx'
import { FailureNote } from './FailureNote.tsx'
import type { ActMutation } from './queries.ts'
import { ReturnedNotice } from './ReturnedNotice.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import styles from './task.module.css'
import { useSubmission } from './use-submission.ts'

interface DraftTaskProps {
  task: TaskDetail
  record: RecordDetail
  model: RecordModel
  act: ActMutation
}

/** 编制: the form of a document, saved as it is written, until it is submitted. */
export function DraftTask({ task, record, model, act }: DraftTaskProps) {
  const { t } = useTranslation('records')
  const recordDraft = useRecordDraft(record, model)
  const { store, envelope, draft, changeEnvelope } = recordDraft
  const uploads = useUploads(record.id, (attachment) =>
    changeEnvelope(({ attachments }) => ({ attachments: [...attachments, attachment] })),
  )
  const submission = useSubmission(recordDraft, uploads, act)
  const nextVersion = record.version + 1
  return (
    <FormSurroundingsProvider value={{ attachments: envelope.attachments }}>
      {!act.isPending && !act.isSuccess && <LeaveGuard saver={draft.saver} />}
      <form
        className={styles.main}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onBlur={() => void draft.saver.flush()}
      >
        <ReturnedNotice opinions={task.opinions} nextVersion={nextVersion} />
        {recordDraft.isRestored && (
          <p role="status" className={styles.soft}>
            {t('save.restored')}
          </p>
        )}
        <ErrorSummary store={store} attempt={submission.attempt} />
        <Sheet>
          <div className={styles.envelope}>
            <TitleField
              store={store}
              typed={envelope.typedTitle}
              change={(typedTitle) => changeEnvelope(() => ({ typedTitle }))}
            />
            <LevelField
              value={envelope.level}
              lowest={record.version > 0 ? record.level : undefined}
              change={(level) => changeEnvelope(() => ({ level }))}
            />
          </div>
        </Sheet>
        <RecordForm store={store} />
        <Sheet title={t('attachments.title')}>
          <AttachmentEditor
            id={placeId(besideData.attachments)}
            attachments={envelope.attachments}
            uploads={uploads}
            remove={({ id }) =>
              changeEnvelope(({ attachments }) => ({
                attachments: attachments.filter((one) => one.id !== id),
              }))
            }
          />
        </Sheet>
        {act.error && !hasCode(act.error, 'RECORD_INVALID') && <FailureNote error={act.error} />}
        <div className={styles.barRoom} />
        <DraftBar
          task={task}
          recordId={record.id}
          recordDraft={recordDraft}
          submission={submission}
          act={act}
        />
        {submission.chosen && (
          <SubmitDialog
            verb={submission.chosen}
            task={task}
            store={store}
            envelope={envelope}
            nextVersion={nextVersion}
            confirm={submission.confirm}
            cancel={submission.cancel}
          />
        )}
      </form>
    </FormSurroundingsProvider>
  )
}
