import type { TaskDetail } from '@canmou/contract'
import { lazy, useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode, type ApiFailure } from '../../api/failure.ts'
import { PendingPage } from '../../app/PendingPage.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { DecisionDialog } from './DecisionDialog.tsx'
import { ConcernedDocuments } from './documents/ConcernedDocuments.tsx'
import { useRecordModel } from '../../records/use-record-model.ts'
import { ExpectedSteps } from '../verbs/ExpectedSteps.tsx'
import { useSignaturePadAhead } from '../sign/lazy-pad.ts'
import { FailureNote } from './FailureNote.tsx'
import type { FilledForm } from './filled-form.ts'
import { OpinionBox, OpinionPhrases } from './OpinionBox.tsx'
import { OpinionFilesBox } from './OpinionFilesBox.tsx'
import type { ActMutation } from './queries.ts'
import type { Seen } from './seen.ts'
import { SubmittedDocument } from './SubmittedDocument.tsx'
import styles from './task.module.css'
import type { Changes } from './use-changes.ts'
import { filesId, useDecision } from './use-decision.ts'
import { useOpinionFiles } from './use-opinion-files.ts'
import { VerbButtons } from './VerbButtons.tsx'

// These bring the form's controls along, which most decisions do without; the page waits for them (`TaskPage`).
const EditedFields = lazy(() =>
  import('./EditedFields.tsx').then(({ EditedFields: Part }) => ({ default: Part })),
)
const StepForm = lazy(() => import('./StepForm.tsx').then(({ StepForm: Part }) => ({ default: Part })))

interface StepTaskProps {
  task: TaskDetail
  act: ActMutation
  opinion: string
  changeOpinion: (text: string) => void
  /** What is decided on, as it was shown. */
  seen: Seen
  /** What is changed in it. */
  changes: Changes
}

/**
 * A step beside a document, or with fields of its own: 审核 · 审批 · 签准 · 布置 · 执行. What has to be filled in stands before
 * the document where the step is done with it, and after the document where it is decided on.
 */
export function StepTask({ task, act, opinion, changeOpinion, seen, changes }: StepTaskProps) {
  const { t } = useTranslation('task')
  const isNarrow = useNarrow()
  const form = useRef<FilledForm>(null)
  const takesFiles = task.verbs.some(({ attachment }) => attachment !== 'none')
  const files = useOpinionFiles(task.id, takesFiles)
  const isAmended = isAmending(task)
  const isBelow = useIsWide(task) || task.stepForm !== undefined
  const decision = useDecision(act, opinion, form, {
    seen,
    changes: changes.of,
    isAmended,
    files,
  })
  const isBusy = act.isPending || act.isSuccess
  useSignaturePadAhead(task.verbs)
  if (!files.isKnown) return <PendingPage />
  const isDecided = task.verbs.some(({ verb }) => verb !== 'submit')
  const buttons = (
    <VerbButtons
      verbs={task.verbs}
      pending={act.isPending ? act.variables.verb : undefined}
      isDisabled={isBusy}
      choose={decision.choose}
    />
  )
  const { toConfirm } = decision
  const dialog = toConfirm && (
    <DecisionDialog
      key={toConfirm.verb}
      verb={toConfirm}
      seen={seen}
      documents={task.documents}
      amended={isAmended && toConfirm.verb !== 'reject' ? changes.of : undefined}
      opinion={toConfirm.opinion === 'none' ? '' : opinion.trim()}
      files={files.items}
      losesChanges={decision.losesChanges}
      isPending={act.isPending}
      error={act.error}
      confirm={decision.confirm}
      cancel={decision.cancel}
    />
  )
  const failure = <Refusal task={task} error={act.error} decision={decision} />
  const written = {
    verbs: task.verbs,
    value: opinion,
    change: (text: string) => {
      decision.forgetError()
      changeOpinion(text)
    },
    isDisabled: isBusy,
  }
  const own = { task, form, changes, refused: decision.refused, isDecided }
  const content = <Content {...own} isBelow={isBelow} />
  // A form alone needs no column beside it: its button stays in reach below, as that of a document that is written.
  if (!isDecided && !takesFiles && task.verbs.every(({ opinion: asked }) => asked === 'none')) {
    return (
      <div className={styles.main}>
        {content}
        {failure}
        <ExpectedSteps instanceId={task.instanceId} />
        <div className={styles.barRoom} />
        <div className={styles.bar} role="group" aria-label={t('act.bar')}>
          <div className={`${styles.barNote} ${styles.soft}`}>
            <p>{t('act.kept')}</p>
            <SignatureAhead verbs={task.verbs} />
          </div>
          {buttons}
        </div>
        {dialog}
      </div>
    )
  }
  return (
    <div className={styles.board}>
      <div className={styles.main}>{content}</div>
      <div className={styles.rail}>
        <div className={styles.railBody}>
          <Sheet title={t('act.bar')}>
            <SignatureAhead verbs={task.verbs} />
            {isDecided && !isBelow && <OwnFields {...own} isInRail />}
            {isDecided && isBelow && !task.stepForm && <p className={styles.soft}>{t('amend.below')}</p>}
            <OpinionBox {...written} error={decision.error} />
            {takesFiles && (
              <OpinionFilesBox id={filesId} verbs={task.verbs} files={files} error={decision.filesError} />
            )}
            <OpinionPhrases {...written} />
            {failure}
          </Sheet>
        </div>
        {!isNarrow && <div className={styles.buttons}>{buttons}</div>}
      </div>
      <div className={styles.next}>
        <ExpectedSteps instanceId={task.instanceId} />
      </div>
      {isNarrow && <PhoneBar>{buttons}</PhoneBar>}
      {dialog}
    </div>
  )
}

interface RefusalProps {
  task: TaskDetail
  error: unknown
  decision: ReturnType<typeof useDecision>
}

/** Why the last attempt did not succeed, where neither the dialog nor the fields say it; of several documents, which ones. */
function Refusal({ task, error, decision: { refused, toConfirm, isShownAtFields } }: RefusalProps) {
  const failed = refused ?? error
  if (!failed || toConfirm || isShownAtFields || hasCode(failed, 'OPINION_REQUIRED')) return null
  return (
    <>
      <FailureNote error={failed} />
      <ConcernedDocuments task={task} refused={refused} />
    </>
  )
}

/** The buttons in reach at the bottom of a phone. */
function PhoneBar({ children }: { children: ReactNode }) {
  const { t } = useTranslation('task')
  return (
    <>
      <div className={styles.barRoom} />
      <div className={styles.bar} role="group" aria-label={t('act.bar')}>
        {children}
      </div>
    </>
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

interface ContentProps extends OwnFieldsProps {
  isBelow: boolean
}

/** The document, and what is filled in before or after it. */
function Content({ isBelow, ...own }: ContentProps) {
  const { task, isDecided } = own
  const { t } = useTranslation('task')
  return (
    <>
      {!isDecided && <OwnFields {...own} />}
      {task.record && <SubmittedDocument key={task.record.id} task={task} record={task.record} />}
      {!task.record && !task.stepForm && <p>{t('noRecord')}</p>}
      {isDecided && isBelow && <OwnFields {...own} />}
    </>
  )
}

/** Said before a button is pressed: which of them asks for a signature. */
function SignatureAhead({ verbs }: Pick<TaskDetail, 'verbs'>) {
  const { t } = useTranslation('task')
  const { t: tApp } = useTranslation('app')
  const signed = verbs.filter(({ signature }) => signature).map(({ label }) => label)
  if (signed.length === 0) return null
  return <p className={styles.ahead}>{t('sign.ahead', { verbs: signed.join(tApp('separator')) })}</p>
}

interface OwnFieldsProps {
  task: TaskDetail
  form: React.RefObject<FilledForm | null>
  changes: Changes
  /** At the last attempt, in one of several documents. */
  refused: ApiFailure | undefined
  isDecided: boolean
  isInRail?: boolean
}

/** What was refused in the document that is on the page. */
function useRefused(refused: ApiFailure | undefined, recordId: string | undefined): ApiFailure['details'] {
  return useMemo(
    () => refused?.details.filter(({ document }) => document !== undefined && document.id === recordId) ?? [],
    [refused, recordId],
  )
}

/** The step's own form, or the fields of the document that it fills in or may correct; nothing where it has neither. */
function OwnFields({ task, form, changes, refused, isDecided, isInRail = false }: OwnFieldsProps) {
  const { t } = useTranslation('task')
  const wrong = useRefused(refused, task.record?.id)
  if (task.stepForm) return <StepForm ref={form} task={task} form={task.stepForm} />
  if (!task.record || task.editable.length === 0) return null
  const words = isAmending(task) ? 'amend' : isDecided ? 'correct' : 'fill'
  const fields = (
    <EditedFields
      key={`${task.record.id} ${task.record.version}`}
      ref={form}
      record={task.record}
      changes={changes}
      refused={wrong}
      names={task.editable}
      fields={task.fields}
      title={t(`${words}.title`)}
      hint={t(`${words}.hint`)}
    />
  )
  return isInRail ? fields : <Sheet>{fields}</Sheet>
}
