import type { SignatureNote } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import styles from './document.module.css'

interface SignatureImageProps {
  taskId: string
  /** Who signed. */
  name: string
  signature: SignatureNote | undefined
  /** It counts no more; the block around it says so where it has one. */
  isTakenBack?: boolean
}

/** 手写签名 as it was drawn, and what it is for where that is more than one document; a name that was typed is called so. */
export function SignatureImage({ taskId, name, signature, isTakenBack = false }: SignatureImageProps) {
  const { t } = useTranslation('records')
  if (!signature) return null
  const { method, documents } = signature
  const [only] = documents
  return (
    <>
      <span className={styles.handSignature}>
        <img
          src={`/api/tasks/${taskId}/signature`}
          alt={t(`document.signature.${method}`, { name })}
          {...(only &&
            documents.length === 1 && { title: t('document.signature.content', { hash: only.sha256 }) })}
        />
        {method === 'typed' && <small>{t('document.signature.typedNote')}</small>}
        {isTakenBack && <small>{t('document.takenBack')}</small>}
      </span>
      {documents.length > 1 && <SignedDocuments documents={documents} />}
    </>
  )
}

/** All that one signature is for: number, version, and the hash of each. */
function SignedDocuments({ documents }: Pick<SignatureNote, 'documents'>) {
  const { t } = useTranslation('records')
  return (
    <div className={styles.signedTogether}>
      <span>{t('document.signature.several', { count: documents.length })}</span>
      <ul>
        {documents.map(({ recordId, number, version, sha256 }) => (
          <li key={recordId}>
            <Link
              {...paths.record(recordId, { version })}
              title={t('document.signature.content', { hash: sha256 })}
              className="tabular"
            >
              {number} V{version}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
