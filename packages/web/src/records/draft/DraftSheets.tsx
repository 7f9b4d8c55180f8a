import type { RecordDetail } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { AttachmentEditor } from '../attachments/AttachmentEditor.tsx'
import type { Uploads } from '../attachments/use-uploads.ts'
import { LevelField } from '../envelope/LevelField.tsx'
import { TitleField } from '../envelope/TitleField.tsx'
import { besideData, placeId } from '../form/place.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import styles from './draft.module.css'
import type { RecordDraft } from './use-record-draft.ts'

interface DraftSheetsProps {
  record: RecordDetail
  recordDraft: RecordDraft
  uploads: Uploads
  /** Whether it cannot be submitted without a file. */
  needsFile?: boolean
}

/** All that is filled in of a record: title and level, the form, the attachments. */
export function DraftSheets({ record, recordDraft, uploads, needsFile = false }: DraftSheetsProps) {
  const { t } = useTranslation('records')
  const { store, envelope, changeEnvelope } = recordDraft
  return (
    <>
      {recordDraft.isRestored && (
        <p role="status" className={styles.restored}>
          {t('save.restored')}
        </p>
      )}
      <Sheet>
        <div className={styles.envelope}>
          <TitleField
            store={store}
            typed={envelope.typedTitle}
            change={(typedTitle) => changeEnvelope(() => ({ typedTitle }))}
          />
          <LevelField
            value={envelope.level}
            lowest={record.version > 0 ? record.level : undefined}
            change={(level) => changeEnvelope(() => ({ level }))}
          />
        </div>
      </Sheet>
      <RecordForm store={store} />
      <Sheet title={t(needsFile ? 'attachments.titleRequired' : 'attachments.title')}>
        <AttachmentEditor
          id={placeId(besideData.attachments)}
          attachments={envelope.attachments}
          uploads={uploads}
          remove={({ id }) =>
            changeEnvelope(({ attachments }) => ({
              attachments: attachments.filter((one) => one.id !== id),
            }))
          }
        />
      </Sheet>
    </>
  )
}
