import { PaperClipOutlined } from '@ant-design/icons'
import type { Attachment } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../../i18n/format.ts'
import styles from './attachments.module.css'
import { attachmentAddress } from './upload.ts'

/** The files that came with an opinion, to download; who gave them when, the opinion says. */
export function FileLinks({ attachments = [] }: { attachments: readonly Attachment[] | undefined }) {
  const { t } = useTranslation('records')
  if (attachments.length === 0) return null
  return (
    <ul className={styles.links} aria-label={t('attachments.title')}>
      {attachments.map(({ id, name, size }) => (
        <li key={id}>
          <PaperClipOutlined aria-hidden className={styles.icon} />{' '}
          <a href={attachmentAddress(id)} download={name} title={t('attachments.download', { name })}>
            {name}
          </a>{' '}
          <span className={styles.note}>{formatBytes(size)}</span>
        </li>
      ))}
    </ul>
  )
}
