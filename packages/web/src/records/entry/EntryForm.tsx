import type { RecordDetail } from '@canmou/contract'
import { useNavigate } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode, isApiFailure } from '../../api/failure.ts'
import { failureText } from '../../api/raise-failure.ts'
import { LevelChip } from '../../app/LevelChip.tsx'
import { Page } from '../../app/Page.tsx'
import { paths } from '../../app/paths.ts'
import { announce } from '../../notify/announce.ts'
import { uploadAddress } from '../attachments/upload.ts'
import { useUploads } from '../attachments/use-uploads.ts'
import { DraftSheets } from '../draft/DraftSheets.tsx'
import { LeaveGuard } from '../draft/LeaveGuard.tsx'
import { OutdatedChoice } from '../draft/OutdatedChoice.tsx'
import { SaveStatus } from '../draft/SaveStatus.tsx'
import { useRecordDraft } from '../draft/use-record-draft.ts'
import { FormSurroundingsProvider } from '../form/controls/control.ts'
import { ErrorSummary } from '../form/ErrorSummary.tsx'
import type { RecordModel } from '../form/field-model.ts'
import { refuseFields } from '../form/refuse-fields.ts'
import styles from './entry.module.css'
import { useDiscardEntry, useSubmitEntry } from './queries.ts'

interface EntryFormProps {
  record: RecordDetail
  model: RecordModel
}

/** The form of a register's entry, saved as it is written, until it is saved for good. */
export function EntryForm({ record, model }: EntryFormProps) {
  const { t } = useTranslation('records')
  const navigate = useNavigate()
  const recordDraft = useRecordDraft(record, model)
  const { store, envelope, draft, changeEnvelope } = recordDraft
  const uploads = useUploads(uploadAddress.record(record.id), (attachment) =>
    changeEnvelope(({ attachments }) => ({ attachments: [...attachments, attachment] })),
  )
  const submit = useSubmitEntry(record.id)
  const discard = useDiscardEntry(record.id)
  const [attempt, setAttempt] = useState(0)
  const isBusy = submit.isPending || submit.isSuccess || discard.isPending || discard.isSuccess

  const save = async (): Promise<void> => {
    if (store.check().length > 0 || uploads.isBusy) {
      setAttempt((count) => count + 1)
      return
    }
    const saved = await draft.saver.flush()
    if (saved.kind !== 'clean') return
    submit.mutate(recordDraft.content(), {
      onSuccess() {
        draft.saver.dispose()
        announce.done(t('entry.saved'))
        void navigate(paths.record(record.id))
      },
      onError(error) {
        if (!hasCode(error, 'RECORD_INVALID')) return
        refuseFields(store, error.details)
        setAttempt((count) => count + 1)
      },
    })
  }
  const giveUp = (): void =>
    discard.mutate(undefined, {
      onSuccess() {
        draft.saver.dispose()
        const to = record.version > 0 ? paths.record(record.id) : paths.records({ kind: record.kind })
        void navigate(to)
      },
    })

  return (
    <Page
      title={record.version > 0 ? record.title : t('entry.new', { kind: record.kindName })}
      mark={<LevelChip level={record.level} />}
      note={record.kindName}
    >
      <FormSurroundingsProvider value={{ attachments: envelope.attachments }}>
        {!isBusy && <LeaveGuard saver={draft.saver} />}
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onBlur={() => void draft.saver.flush()}
        >
          <ErrorSummary store={store} attempt={attempt} />
          <DraftSheets record={record} recordDraft={recordDraft} uploads={uploads} />
          {isApiFailure(submit.error) && !hasCode(submit.error, 'RECORD_INVALID') && (
            <p role="alert" className={styles.failure}>
              {failureText(submit.error)}
            </p>
          )}
          <div className={styles.bar} role="group" aria-label={t('entry.bar')}>
            {draft.state.kind === 'outdated' ? (
              <OutdatedChoice
                recordId={record.id}
                keepMine={(theirs) => draft.saver.keepMine(theirs.draftRevision)}
                takeTheirs={recordDraft.takeTheirs}
              />
            ) : (
              <>
                <SaveStatus state={draft.state} retry={() => void draft.saver.flush()} />
                <Popconfirm title={t('entry.discardSure')} onConfirm={giveUp}>
                  <Button disabled={isBusy}>{t('entry.discard')}</Button>
                </Popconfirm>
                <Button
                  type="primary"
                  loading={submit.isPending}
                  disabled={isBusy}
                  onClick={() => void save()}
                >
                  {t('entry.save')}
                </Button>
              </>
            )}
          </div>
        </form>
      </FormSurroundingsProvider>
    </Page>
  )
}
