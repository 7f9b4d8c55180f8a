import type { HandSignature, OfferedVerb, TaskDetail, TaskDocument } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { processQuery } from '../../processes/queries.ts'
import type { Envelope } from '../../records/draft/use-record-draft.ts'
import { useRuleTitle } from '../../records/envelope/TitleField.tsx'
import type { FormStore } from '../../records/form/form-store.ts'
import { SignaturePad } from '../sign/lazy-pad.ts'
import { SubmittedTogether } from './documents/SubmittedTogether.tsx'
import { nextSteps, readWays } from './next-steps.ts'
import styles from './task.module.css'

interface SubmitDialogProps {
  verb: OfferedVerb
  /** All that are submitted, where the step may make several. */
  documents?: readonly TaskDocument[]
  task: TaskDetail
  store: FormStore
  envelope: Envelope
  nextVersion: number
  confirm: (signature: HandSignature | undefined) => void
  cancel: () => void
}

/** Says what submitting does, before it is done: the version that it freezes, and who gets it next. */
export function SubmitDialog(props: SubmitDialogProps) {
  const { verb, documents, task, store, envelope, nextVersion, confirm, cancel } = props
  const { t } = useTranslation('task')
  const { t: tApp } = useTranslation('app')
  const [signed, setSigned] = useState<HandSignature>()
  const [isTried, setTried] = useState(false)
  const send = (): void => {
    setTried(true)
    if (!verb.signature || signed) confirm(signed)
  }
  const ownTitle = useRuleTitle(store)
  const { data: process, isPending } = useQuery(processQuery(task.instance.processId))
  const next = useMemo(() => {
    if (!process) return []
    return nextSteps(readWays(process.xml), task.elementId).flatMap((id) =>
      process.steps.filter(({ elementId }) => elementId === id),
    )
  }, [process, task.elementId])
  return (
    <Suspense>
      <Modal
        // Its buttons would move when what comes next is known.
        open={!isPending}
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
        {next.length === 0 ? (
          <p>{t('submit.nextUnknown')}</p>
        ) : (
          <>
            <p>{t('submit.next')}</p>
            <ul className={styles.nextSteps}>
              {next.map((step) => (
                <li key={step.elementId}>
                  {step.positions.length > 0
                    ? t('submit.nextStep', {
                        step: step.name,
                        positions: step.positions.join(tApp('separator')),
                      })
                    : step.name}
                </li>
              ))}
            </ul>
          </>
        )}
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
