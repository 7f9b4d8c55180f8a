import { CloseOutlined, DeleteOutlined, RedoOutlined, UploadOutlined } from '@ant-design/icons'
import type { Attachment } from '@canmou/contract'
import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { AttachmentList } from './AttachmentList.tsx'
import styles from './attachments.module.css'
import type { Upload, Uploads } from './use-uploads.ts'

interface AttachmentEditorProps {
  /** The id that an error summary leads to. */
  id: string
  /** What the files are, where that is more than 附件; an empty list then needs no words. */
  label?: string
  attachments: readonly Attachment[]
  uploads: Uploads
  remove: (attachment: Attachment) => void
}

/** Adds files to a draft, by choosing or dropping them, with their progress; takes them off again. */
export function AttachmentEditor({ id, label, attachments, uploads, remove }: AttachmentEditorProps) {
  const { t } = useTranslation('records')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [said, say] = useState('')
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    uploads.add([...event.dataTransfer.files])
  }
  return (
    <div
      id={id}
      role="group"
      tabIndex={-1}
      aria-label={label ?? t('attachments.title')}
      className={styles.editor}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {(attachments.length > 0 || (!label && uploads.uploads.length === 0)) && (
        <AttachmentList
          attachments={attachments}
          action={(attachment) => (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined aria-hidden />}
              aria-label={t('attachments.remove', { name: attachment.name })}
              onClick={() => {
                remove(attachment)
                say(t('attachments.removed', { name: attachment.name }))
              }}
            />
          )}
        />
      )}
      {uploads.uploads.length > 0 && (
        <ul className={styles.list}>
          {uploads.uploads.map((upload) => (
            <Underway key={upload.id} upload={upload} uploads={uploads} />
          ))}
        </ul>
      )}
      <div className={styles.add}>
        <input
          ref={input}
          type="file"
          multiple
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('attachments.add')}
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])])
            // The same file may be chosen again after it failed.
            event.target.value = ''
          }}
        />
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
          {t('attachments.add')}
        </Button>
        <span className={styles.dropHint}>{t('attachments.drop')}</span>
        <span role="status" className="visually-hidden">
          {said}
        </span>
      </div>
    </div>
  )
}

function Underway({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { t } = useTranslation('records')
  const { name } = upload.file
  const percent = Math.round(upload.share * 100)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        {upload.failure ? (
          <p role="alert" className={styles.failure}>
            {t('attachments.failed', { name, reason: upload.failure })}
          </p>
        ) : (
          <>
            <p>
              {t('attachments.uploading', { name })} {t('attachments.progress', { percent })}
            </p>
            <progress
              className={styles.progress}
              max={100}
              value={percent}
              aria-label={t('attachments.uploading', { name })}
            />
          </>
        )}
      </div>
      {upload.failure && (
        <Button
          type="text"
          size="small"
          icon={<RedoOutlined aria-hidden />}
          aria-label={t('attachments.retry', { name })}
          onClick={() => uploads.retry(upload)}
        />
      )}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('attachments.dismiss', { name })}
        onClick={() => uploads.dismiss(upload.id)}
      />
    </li>
  )
}
