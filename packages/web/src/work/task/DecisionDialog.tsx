import type { Attachment, HandSignature, OfferedVerb, TaskDetail } from '@canmou/contract'
import { Modal } from 'antd'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileLinks } from '../../records/attachments/FileLinks.tsx'
import { SignaturePad } from '../sign/lazy-pad.ts'
import { SignedVersions } from './documents/SignedVersions.tsx'
import { FailureNote } from './FailureNote.tsx'
import type { Seen } from './seen.ts'
import styles from './task.module.css'

interface DecisionDialogProps {
  verb: OfferedVerb
  seen: Seen
  documents: TaskDetail['documents']
  /** What the decision gives a next version. */
  amended: ReadonlyMap<string, object> | undefined
  opinion: string
  files: readonly Attachment[]
  /** The refusal leaves out what was changed. */
  losesChanges: boolean
  isPending: boolean
  error: unknown
  confirm: (signature?: HandSignature, signedOn?: Seen) => void
  cancel: () => void
}

/**
 * What is asked once more before a decision is sent: a refusal, which sends everybody back, and the hand signature. A signature is
 * for the versions that the dialog was opened on; what was drawn stays while the server has not taken it.
 */
export function DecisionDialog(props: DecisionDialogProps) {
  const { verb, seen, documents, amended, opinion, files, losesChanges, isPending, error, confirm, cancel } =
    props
  const { t } = useTranslation('task')
  const [signed, setSigned] = useState<HandSignature>()
  const [isTried, setTried] = useState(false)
  const [signedOn] = useState(seen)
  const isRefusal = verb.verb === 'reject'
  const send = (): void => {
    setTried(true)
    if (!verb.signature) confirm()
    else if (signed) confirm(signed, signedOn)
  }
  return (
    <Suspense>
      <Modal
        open
        title={t('act.confirmTitle', { verb: verb.label })}
        okText={verb.label}
        cancelText={t('act.cancel')}
        confirmLoading={isPending}
        okButtonProps={{ danger: isRefusal, autoInsertSpace: false }}
        cancelButtonProps={{ autoInsertSpace: false }}
        onOk={send}
        onCancel={cancel}
      >
        {isRefusal && <p>{t('act.confirmText')}</p>}
        {losesChanges && <p>{t('amend.left')}</p>}
        {opinion && <blockquote className={styles.quote}>{opinion}</blockquote>}
        <FileLinks attachments={files} />
        {verb.signature && (
          <div className={styles.signing}>
            <SignedVersions seen={signedOn} documents={documents} amended={amended} />
            <SignaturePad change={setSigned} isDisabled={isPending} />
            {isTried && !signed && (
              <p role="alert" className={styles.opinionError}>
                {t('sign.missing')}
              </p>
            )}
            {error !== null && error !== undefined && <FailureNote error={error} />}
          </div>
        )}
      </Modal>
    </Suspense>
  )
}
