import type { RecordDetail, TaskDetail } from '@canmou/contract'
import { useEffect, useEffectEvent, useState } from 'react'
import { hasCode } from '../../api/failure.ts'
import { uploadAddress } from '../../records/attachments/upload.ts'
import { useUploads } from '../../records/attachments/use-uploads.ts'
import { DraftSheets } from '../../records/draft/DraftSheets.tsx'
import { LeaveGuard } from '../../records/draft/LeaveGuard.tsx'
import { useRecordDraft, type RecordDraft } from '../../records/draft/use-record-draft.ts'
import { FormSurroundingsProvider } from '../../records/form/controls/control.ts'
import { ErrorSummary } from '../../records/form/ErrorSummary.tsx'
import type { RecordModel } from '../../records/form/field-model.ts'
import { useSignaturePadAhead } from '../sign/lazy-pad.ts'
import { ExpectedSteps } from '../verbs/ExpectedSteps.tsx'
import { DocumentStrip } from './documents/DocumentStrip.tsx'
import type { Together } from './documents/use-together.ts'
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
  /** The documents that it is submitted with, where the step may make several. */
  together: Together | undefined
}

/** 编制: the form of a document, saved as it is written, until it is submitted. */
export function DraftTask({ task, record, model, act, together }: DraftTaskProps) {
  const recordDraft = useRecordDraft(record, model)
  const { store, envelope, draft, changeEnvelope } = recordDraft
  const uploads = useUploads(uploadAddress.record(record.id), (attachment) =>
    changeEnvelope(({ attachments }) => ({ attachments: [...attachments, attachment] })),
  )
  const submission = useSubmission(recordDraft, uploads, act, together)
  const [isRemoved, setRemoved] = useState(false)
  useNotedSaves(recordDraft, together)
  useSignaturePadAhead(task.verbs)
  const nextVersion = record.version + 1
  return (
    <FormSurroundingsProvider value={{ attachments: envelope.attachments }}>
      {!act.isPending && !act.isSuccess && !isRemoved && <LeaveGuard saver={draft.saver} />}
      <form
        className={styles.main}
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onBlur={() => void draft.saver.flush()}
      >
        {together && (
          <DocumentStrip
            task={task}
            documents={together.documents}
            recordId={record.id}
            recordDraft={recordDraft}
            onRemoved={() => {
              draft.saver.dispose()
              setRemoved(true)
            }}
          />
        )}
        <ReturnedNotice opinions={task.opinions} nextVersion={nextVersion} />
        <ErrorSummary store={store} attempt={submission.attempt} />
        <DraftSheets
          record={record}
          recordDraft={recordDraft}
          uploads={uploads}
          needsFile={task.verbs.some(({ attachment }) => attachment === 'required')}
        />
        {act.error && !hasCode(act.error, 'RECORD_INVALID') && <FailureNote error={act.error} />}
        <ExpectedSteps instanceId={task.instanceId} />
        <div className={styles.barRoom} />
        <DraftBar
          task={task}
          recordId={record.id}
          recordDraft={recordDraft}
          submission={submission}
          together={together}
          act={act}
        />
        {submission.chosen && (
          <SubmitDialog
            {...submission.chosen}
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

/** How far the document is stands in the list of all: it is asked for anew once what was typed is saved. */
function useNotedSaves({ draft: { state } }: RecordDraft, together: Together | undefined): void {
  const savedAt = state.kind === 'clean' ? state.savedAt : undefined
  const noteSaved = useEffectEvent(() => together?.noteSaved())
  useEffect(() => {
    if (savedAt !== undefined) noteSaved()
  }, [savedAt])
}
