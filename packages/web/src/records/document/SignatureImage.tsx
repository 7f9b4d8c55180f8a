import type { SignatureNote } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import styles from './document.module.css'

interface SignatureImageProps {
  taskId: string
  /** Who signed. */
  name: string
  signature: SignatureNote | undefined
  /** It counts no more; the block around it says so where it has one. */
  isTakenBack?: boolean
}

/** 手写签名 as it was drawn; a name that was typed is called so. */
export function SignatureImage({ taskId, name, signature, isTakenBack = false }: SignatureImageProps) {
  const { t } = useTranslation('records')
  if (!signature) return null
  const { method, contentSha256 } = signature
  return (
    <span className={styles.handSignature}>
      <img
        src={`/api/tasks/${taskId}/signature`}
        alt={t(`document.signature.${method}`, { name })}
        {...(contentSha256 && { title: t('document.signature.content', { hash: contentSha256 }) })}
      />
      {method === 'typed' && <small>{t('document.signature.typedNote')}</small>}
      {isTakenBack && <small>{t('document.takenBack')}</small>}
    </span>
  )
}
