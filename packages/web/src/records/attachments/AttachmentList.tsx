import { PaperClipOutlined } from '@ant-design/icons'
import type { Attachment } from '@canmou/contract'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatDateTime } from '../../i18n/format.ts'
import styles from './attachments.module.css'
import { attachmentAddress } from './upload.ts'

interface AttachmentListProps {
  attachments: readonly Attachment[]
  /** Marks what is new or gone in a comparison. */
  mark?: (attachment: Attachment) => ReactNode
  action?: (attachment: Attachment) => ReactNode
}

/** The files of a record: each is a download, with its size, and who added it when. */
export function AttachmentList({ attachments, mark, action }: AttachmentListProps) {
  const { t } = useTranslation('records')
  if (attachments.length === 0) return <p className={styles.none}>{t('attachments.none')}</p>
  return (
    <ul className={styles.list}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className={styles.row}>
          <PaperClipOutlined aria-hidden className={styles.icon} />
          <div className={styles.words}>
            {mark?.(attachment)}
            <a
              href={attachmentAddress(attachment.id)}
              download={attachment.name}
              title={t('attachments.download', { name: attachment.name })}
            >
              {attachment.name}
            </a>
            <p className={styles.note}>
              {formatBytes(attachment.size)} ·{' '}
              {t('attachments.by', {
                who: attachment.uploadedBy.name,
                at: formatDateTime(attachment.uploadedAt),
              })}
            </p>
          </div>
          {action?.(attachment)}
        </li>
      ))}
    </ul>
  )
}
