import type { TaskDetail } from '@canmou/contract'
import { Modal } from 'antd'
import { lazy, Suspense, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import { PendingPage } from '../../app/PendingPage.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { useRecordModel } from '../../records/use-record-model.ts'
import { FailureNote } from './FailureNote.tsx'
import type { FilledForm } from './filled-form.ts'
import { OpinionBox } from './OpinionBox.tsx'
import type { ActMutation } from './queries.ts'
import { SubmittedDocument } from './SubmittedDocument.tsx'
import styles from './task.module.css'
import { useDecision } from './use-decision.ts'
import { VerbButtons } from './VerbButtons.tsx'

// These bring the form's controls along, which most decisions do without.
const EditedFields = lazy(() =>
  import('./EditedFields.tsx').then(({ EditedFields: Part }) => ({ default: Part })),
)
const StepForm = lazy(() => import('./StepForm.tsx').then(({ StepForm: Part }) => ({ default: Part })))

interface StepTaskProps {
  task: TaskDetail
  act: ActMutation
  opinion: string
  changeOpinion: (text: string) => void
}

/**
 * A step beside a document, or with fields of its own: 审核 · 审批 · 签准 · 布置 · 执行. What has to be filled in stands before
 * the document where the step is done with it, and after the document where it is decided on.
 */
export function StepTask({ task, act, opinion, changeOpinion }: StepTaskProps) {
  const { t } = useTranslation('task')
  const isNarrow = useNarrow()
  const form = useRef<FilledForm>(null)
  const isAmended = isAmending(task)
  const isBelow = useIsWide(task) || task.stepForm !== undefined
  const decision = useDecision(act, opinion, form, {
    recordVersion: task.mode === 'snapshot' ? task.record?.version : undefined,
    isAmended,
  })
  const isBusy = act.isPending || act.isSuccess
  const isDecided = task.verbs.some(({ verb }) => verb !== 'submit')
  const buttons = (
    <VerbButtons
      verbs={task.verbs}
      pending={act.isPending ? act.variables.verb : undefined}
      isDisabled={isBusy}
      choose={decision.choose}
    />
  )
  const refusal = decision.toConfirm
  const failure = act.error && !hasCode(act.error, 'OPINION_REQUIRED') && !decision.isShownAtFields && (
    <FailureNote error={act.error} />
  )
  const content = (
    <>
      {!isDecided && <OwnFields task={task} form={form} isDecided={false} />}
      {task.record && <SubmittedDocument key={task.record.id} task={task} record={task.record} />}
      {!task.record && !task.stepForm && <p>{t('noRecord')}</p>}
      {isDecided && isBelow && <OwnFields task={task} form={form} isDecided />}
    </>
  )
  // A form alone needs no column beside it: its button stays in reach below, as that of a document that is written.
  if (!isDecided && task.verbs.every(({ opinion: asked }) => asked === 'none')) {
    return (
      <div className={styles.main}>
        {content}
        {failure}
        <div className={styles.barRoom} />
        <div className={styles.bar} role="group" aria-label={t('act.bar')}>
          <p className={`${styles.barNote} ${styles.soft}`}>{t('act.kept')}</p>
          {buttons}
        </div>
      </div>
    )
  }
  return (
    <div className={styles.board}>
      <div className={styles.main}>{content}</div>
      <div className={styles.rail}>
        <Sheet title={t('act.bar')}>
          {isDecided && !isBelow && <OwnFields task={task} form={form} isDecided isInRail />}
          {isDecided && isBelow && !task.stepForm && <p className={styles.soft}>{t('amend.below')}</p>}
          <OpinionBox
            verbs={task.verbs}
            value={opinion}
            change={(text) => {
              decision.forgetError()
              changeOpinion(text)
            }}
            error={decision.error}
            isDisabled={isBusy}
          />
          {failure}
          {!isNarrow && <div className={styles.buttons}>{buttons}</div>}
        </Sheet>
      </div>
      {isNarrow && (
        <>
          <div className={styles.barRoom} />
          <div className={styles.bar} role="group" aria-label={t('act.bar')}>
            {buttons}
          </div>
        </>
      )}
      <Modal
        open={refusal !== undefined}
        title={refusal && t('act.confirmTitle', { verb: refusal.label })}
        okText={refusal?.label}
        cancelText={t('act.cancel')}
        okButtonProps={{ danger: true }}
        onOk={decision.confirm}
        onCancel={decision.cancel}
      >
        <p>{t('act.confirmText')}</p>
        {decision.losesChanges && <p>{t('amend.left')}</p>}
        {opinion.trim() && <blockquote className={styles.quote}>{opinion.trim()}</blockquote>}
      </Modal>
    </div>
  )
}

/** Whether whoever decides may write fields of the document, which gives it its next version. */
const isAmending = ({ fields, verbs, stepForm }: TaskDetail): boolean =>
  !stepForm && (fields?.writable.length ?? 0) > 0 && verbs.some(({ verb }) => verb !== 'submit')

/** Whether a table is among the fields that may be changed: beside the document there is no room for it. */
function useIsWide({ editable, record }: TaskDetail): boolean {
  const { model } = useRecordModel(editable.length > 0 ? record?.kind : undefined)
  return editable.some((name) => model?.fields.get(name)?.kind === 'table')
}

interface OwnFieldsProps {
  task: TaskDetail
  form: React.RefObject<FilledForm | null>
  isDecided: boolean
  isInRail?: boolean
}

/** The step's own form, or the fields of the document that it fills in or may correct; nothing where it has neither. */
function OwnFields({ task, form, isDecided, isInRail = false }: OwnFieldsProps) {
  const { t } = useTranslation('task')
  if (task.stepForm) {
    return (
      <Suspense fallback={<PendingPage />}>
        <StepForm ref={form} task={task} form={task.stepForm} />
      </Suspense>
    )
  }
  if (!task.record || task.editable.length === 0) return null
  const words = isAmending(task) ? 'amend' : isDecided ? 'correct' : 'fill'
  const fields = (
    <Suspense>
      <EditedFields
        ref={form}
        taskId={task.id}
        record={task.record}
        names={task.editable}
        fields={task.fields}
        title={t(`${words}.title`)}
        hint={t(`${words}.hint`)}
      />
    </Suspense>
  )
  return isInRail ? fields : <Sheet>{fields}</Sheet>
}
