import type { HandSignature, TaskAction, VerbOffer } from '@canmou/contract'
import { Input, Modal, Radio } from 'antd'
import { Suspense, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isApiFailure } from '../../api/failure.ts'
import { failureText } from '../../api/raise-failure.ts'
import { SignaturePad } from '../sign/lazy-pad.ts'
import { OpinionFilesBox } from '../task/OpinionFilesBox.tsx'
import type { Seen } from '../task/seen.ts'
import { filesProblem, useOpinionFiles } from '../task/use-opinion-files.ts'
import { PeopleSelect } from './PeopleSelect.tsx'
import { answerProblem, bodyOf, choosesStep, emptyAnswer, needsOf, type VerbAnswer } from './verb-answer.ts'
import styles from './verbs.module.css'

export type VerbBody = TaskAction & { people?: string[] }

interface VerbDialogProps {
  offer: VerbOffer
  /** The task that it is done with; absent for what is done with the instance as a whole. */
  taskId?: string | undefined
  /** What the task is about, as it was shown when the verb was chosen. */
  seen?: Seen
  isPending: boolean
  error: unknown
  send: (body: VerbBody) => void
  close: () => void
}

/** What a verb needs to know: to whom, where, and why. It says what will happen before it does. */
export function VerbDialog({ offer, taskId = '', seen, isPending, error, send, close }: VerbDialogProps) {
  const { t } = useTranslation('verbs')
  const [answer, setAnswer] = useState<VerbAnswer>(() => emptyAnswer(offer))
  const [isTried, setTried] = useState(false)
  const [signed, setSigned] = useState<HandSignature>()
  const [signedOn] = useState(seen)
  const id = useId()
  const takesFiles = taskId !== '' && offer.attachment !== 'none'
  const files = useOpinionFiles(taskId, takesFiles)
  const problem =
    answerProblem(offer, answer) ??
    (takesFiles ? filesProblem(offer, files) : undefined) ??
    (offer.signature && !signed ? 'signature' : undefined)
  const confirm = (): void => {
    setTried(true)
    if (problem || isPending) return
    const attachmentIds = takesFiles ? files.items.map(({ id }) => id) : []
    send({
      ...bodyOf(offer, answer),
      ...(attachmentIds.length > 0 && { attachmentIds }),
      ...(signed && { signature: signed }),
      ...(signed && signedOn),
    })
  }
  return (
    <Suspense>
      <Modal
        open={files.isKnown}
        title={offer.label}
        okText={offer.label}
        cancelText={t('cancel')}
        confirmLoading={isPending}
        okButtonProps={{ autoInsertSpace: false, danger: offer.verb === 'terminate' }}
        cancelButtonProps={{ autoInsertSpace: false }}
        onOk={confirm}
        onCancel={close}
      >
        <div className={styles.dialog}>
          {offer.hint && <p className={styles.hint}>{offer.hint}</p>}
          <Choices offer={offer} answer={answer} change={setAnswer} />
          <Reason offer={offer} answer={answer} change={setAnswer} />
          {takesFiles && (
            <OpinionFilesBox id={`${id}files`} verbs={[offer]} files={files} error={undefined} />
          )}
          {offer.signature && <SignaturePad change={setSigned} isDisabled={isPending} />}
          {isTried && problem && (
            <p role="alert" className={styles.problem}>
              {t(`problem.${problem}`)}
            </p>
          )}
          {isApiFailure(error) && (
            <p role="alert" className={styles.problem}>
              {failureText(error)}
            </p>
          )}
        </div>
      </Modal>
    </Suspense>
  )
}

interface PartProps {
  offer: VerbOffer
  answer: VerbAnswer
  change: (answer: VerbAnswer) => void
}

function Choices({ offer, answer, change }: PartProps) {
  const { t } = useTranslation('verbs')
  const { t: tApp } = useTranslation('app')
  const id = useId()
  const needs = needsOf(offer)
  const { targets = [] } = offer
  const isChosen = choosesStep(offer)
  const target = isChosen
    ? targets.find(({ elementId }) => elementId === answer.elementId)
    : targets.length === 1
      ? targets[0]
      : undefined
  return (
    <>
      {needs.people && (
        <div className={styles.field}>
          <label htmlFor={id}>{t(`people.${needs.people}`)}</label>
          <PeopleSelect
            id={id}
            isMany={needs.people !== 'one'}
            value={answer.people}
            change={(people) => change({ ...answer, people })}
          />
        </div>
      )}
      {needs.mode && answer.people.length > 1 && (
        <Choice
          label={t('mode.label')}
          value={answer.mode}
          change={(mode) => change({ ...answer, mode })}
          options={(['all', 'any', 'inOrder'] as const).map((mode) => ({
            value: mode,
            label: t(`mode.${mode}`),
          }))}
        />
      )}
      {targets.length > 0 && !isChosen && (
        <p className={styles.goal}>
          {t('goal', { steps: targets.map(({ name }) => name).join(tApp('separator')) })}
        </p>
      )}
      {isChosen && (
        <Choice
          label={t('target')}
          value={answer.elementId}
          change={(elementId) => change({ ...answer, elementId, then: 'again' })}
          options={targets.map(({ elementId, name }) => ({ value: elementId, label: name }))}
        />
      )}
      {target?.direct && (
        <Choice
          label={t('then.label')}
          value={answer.then}
          change={(then) => change({ ...answer, then })}
          options={(['again', 'direct'] as const).map((then) => ({ value: then, label: t(`then.${then}`) }))}
        />
      )}
      {offer.signers && (
        <Choice
          label={t('signer')}
          value={answer.signer}
          change={(signer) => change({ ...answer, signer })}
          options={offer.signers.map(({ signer, name }) => ({ value: signer, label: name }))}
        />
      )}
    </>
  )
}

interface ChoiceProps<Value extends string | number> {
  label: string
  value: Value | undefined
  change: (value: Value) => void
  options: { value: Value; label: string }[]
}

/** One of several, under its own heading. */
function Choice<Value extends string | number>({ label, value, change, options }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <Radio.Group
        className={styles.list ?? ''}
        aria-labelledby={id}
        value={value}
        onChange={({ target }) => change(target.value as Value)}
        options={options}
      />
    </div>
  )
}

function Reason({ offer, answer, change }: PartProps) {
  const { t } = useTranslation('verbs')
  const id = useId()
  if (offer.verb === 'takeBack' || offer.verb === 'removeSigner') return null
  const isNeeded = offer.opinion === 'required' || offer.verb === 'comment'
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{isNeeded ? t('reasonRequired') : t('reason')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={4000}
        value={answer.opinion}
        onChange={({ target: { value } }) => change({ ...answer, opinion: value })}
      />
    </div>
  )
}
