import type { HandSignature, OfferedVerb, TaskAction, TaskDetail, TaskDocument } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Envelope } from '../../records/draft/use-record-draft.ts'
import { useRuleTitle } from '../../records/envelope/TitleField.tsx'
import type { FormStore } from '../../records/form/form-store.ts'
import { SignaturePad } from '../sign/lazy-pad.ts'
import { expectedAfterQuery } from '../verbs/queries.ts'
import { SubmittedTogether } from './documents/SubmittedTogether.tsx'
import { NextSteps } from './NextSteps.tsx'
import styles from './task.module.css'

interface SubmitDialogProps {
  verb: OfferedVerb
  /** All that are submitted, where the step may make several. */
  documents?: readonly TaskDocument[]
  /** What would be sent. */
  body: TaskAction
  task: TaskDetail
  store: FormStore
  envelope: Envelope
  nextVersion: number
  confirm: (signature: HandSignature | undefined) => void
  cancel: () => void
}

/** How long, in ms, the dialog waits to say who gets it next; then it opens without. */
const patience = 800

function useLate(isPending: boolean): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isPending) return undefined
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [isPending])
  return isLate
}

/** Says what submitting does, before it is done: the version that it freezes, and who gets it next. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { verb, documents, body, task, store, envelope, nextVersion, confirm, cancel } = props
  const { t } = useTranslation('task')
  const { t: tApp } = useTranslation('app')
  const [signed, setSigned] = useState<HandSignature>()
  const [isTried, setTried] = useState(false)
  const send = (): void => {
    setTried(true)
    if (!verb.signature || signed) confirm(signed)
  }
  const ownTitle = useRuleTitle(store)
  const expected = useQuery(expectedAfterQuery(task.id, verb.verb, body))
  const isLate = useLate(expected.isPending)
  return (
    <Suspense>
      <Modal
        // Its buttons would move when what comes next is known.
        open={!expected.isPending || isLate}
        title={
          documents && documents.length > 1
            ? t('documents.submitTitle', { verb: verb.label, count: documents.length })
            : t('submit.title', { verb: verb.label, title: envelope.typedTitle ?? ownTitle })
        }
        okText={verb.label}
        cancelText={t('submit.cancel')}
        onOk={send}
        onCancel={cancel}
      >
        {documents && documents.length > 1 ? (
          <SubmittedTogether documents={documents} />
        ) : (
          <>
            <p>{t('submit.version', { version: nextVersion })}</p>
            <p>
              {t('submit.level', { level: tApp(`level.${envelope.level}`) })}
              {envelope.attachments.length > 0 &&
                ` · ${t('submit.attachments', { count: envelope.attachments.length })}`}
            </p>
          </>
        )}
        <NextSteps expected={expected.data} isPending={expected.isPending} isLate={isLate} />
        {verb.signature && (
          <div className={styles.signing}>
            <SignaturePad change={setSigned} />
            {isTried && !signed && (
              <p role="alert" className={styles.opinionError}>
                {t('sign.missing')}
              </p>
            )}
          </div>
        )}
      </Modal>
    </Suspense>
  )
}
