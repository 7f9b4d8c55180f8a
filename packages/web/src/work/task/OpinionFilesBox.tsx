import type { OfferedVerb } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { AttachmentEditor } from '../../records/attachments/AttachmentEditor.tsx'
import styles from './task.module.css'
import type { OpinionFiles } from './use-opinion-files.ts'

interface OpinionFilesBoxProps {
  /** What an error leads to. */
  id: string
  verbs: readonly Pick<OfferedVerb, 'label' | 'attachment'>[]
  files: OpinionFiles
  /** What is wrong with them, after an attempt. */
  error: string | undefined
}

/** 意见附件: chosen or dropped, taken off again; says for which decision there has to be one. */
export function OpinionFilesBox({ id, verbs, files, error }: OpinionFilesBoxProps) {
  const { t } = useTranslation('task')
  const asking = verbs.filter(({ attachment }) => attachment !== 'none')
  const required = asking.filter(({ attachment }) => attachment === 'required')
  const [onlyRequired] = required
  const label =
    onlyRequired === undefined
      ? t('files.label')
      : required.length === asking.length
        ? t('files.labelRequired')
        : t('files.labelOn', { verb: onlyRequired.label })
  return (
    <div className={styles.files}>
      <span className={styles.opinionLabel}>{label}</span>
      <AttachmentEditor
        id={id}
        label={label}
        attachments={files.items}
        uploads={files.uploads}
        remove={files.remove}
      />
      <div role="alert" className={styles.opinionError}>
        {error}
      </div>
    </div>
  )
}
