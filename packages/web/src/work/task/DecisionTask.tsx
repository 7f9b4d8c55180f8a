import type { TaskDetail } from '@canmou/contract'
import { Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import { useNarrow } from '../../app/use-narrow.ts'
import { Sheet } from '../../app/Sheet.tsx'
import { FailureNote } from './FailureNote.tsx'
import { OpinionBox } from './OpinionBox.tsx'
import type { ActMutation } from './queries.ts'
import { SubmittedDocument } from './SubmittedDocument.tsx'
import styles from './task.module.css'
import { useDecision } from './use-decision.ts'
import { useEditableFields } from './use-editable-fields.ts'
import { VerbButtons } from './VerbButtons.tsx'

/** Brings the form's controls along, which most decisions do without. */
const Corrections = lazy(() =>
  import('./Corrections.tsx').then(({ Corrections: Part }) => ({ default: Part })),
)

interface DecisionTaskProps {
  task: TaskDetail
  act: ActMutation
  opinion: string
  changeOpinion: (text: string) => void
}

/** 审核 · 审批 · 签准: the document as it was submitted, and what is said to it. */
export function DecisionTask({ task, act, opinion, changeOpinion }: DecisionTaskProps) {
  const { t } = useTranslation('task')
  const isNarrow = useNarrow()
  const decision = useDecision(act, opinion)
  const editable = useEditableFields(task)
  const [corrected, setCorrected] = useState<Record<string, unknown>>()
  const isBusy = act.isPending || act.isSuccess
  const buttons = (
    <VerbButtons
      verbs={task.verbs}
      pending={act.isPending ? act.variables.verb : undefined}
      isDisabled={isBusy}
      choose={(verb) => decision.choose(verb, corrected)}
    />
  )
  const refusal = decision.toConfirm
  return (
    <div className={styles.board}>
      <div className={styles.main}>
        {task.record ? <SubmittedDocument task={task} record={task.record} /> : <p>{t('noRecord')}</p>}
      </div>
      <div className={styles.rail}>
        <Sheet title={t('act.bar')}>
          {task.record && editable.length > 0 && (
            <Suspense>
              <Corrections record={task.record} fields={editable} change={setCorrected} />
            </Suspense>
          )}
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
          {act.error && !hasCode(act.error, 'OPINION_REQUIRED') && <FailureNote error={act.error} />}
          {!isNarrow && <div className={styles.buttons}>{buttons}</div>}
        </Sheet>
      </div>
      {isNarrow && (
        <div className={styles.bar} role="group" aria-label={t('act.bar')}>
          {buttons}
        </div>
      )}
      <Modal
        open={refusal !== undefined}
        title={refusal && t('act.confirmTitle', { verb: refusal.label })}
        okText={refusal?.label}
        cancelText={t('act.cancel')}
        okButtonProps={{ danger: true, autoInsertSpace: false }}
        cancelButtonProps={{ autoInsertSpace: false }}
        onOk={() => decision.confirm(corrected)}
        onCancel={decision.cancel}
      >
        <p>{t('act.confirmText')}</p>
        {opinion.trim() && <blockquote className={styles.quote}>{opinion.trim()}</blockquote>}
      </Modal>
    </div>
  )
}
