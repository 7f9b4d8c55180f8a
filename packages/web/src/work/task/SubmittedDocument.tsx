import type { RecordDetail, TaskDetail } from '@canmou/contract'
import { Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { PendingPage } from '../../app/PendingPage.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { DifferenceLegend } from '../../records/difference/Changed.tsx'
import { DocumentView } from '../../records/document/DocumentView.tsx'
import { useDocumentFacts } from '../../records/document/use-document-facts.ts'
import { SignatureBlock } from '../../records/document/SignatureBlock.tsx'
import { shownModel } from '../../records/form/step-model.ts'
import { useRecordModel } from '../../records/use-record-model.ts'
import { rounds } from './rounds.ts'
import styles from './task.module.css'

/** The document as it was submitted, as far as the step shows it; what changed since the last version; what was said about it so far. */
export function SubmittedDocument({ task, record }: { task: TaskDetail; record: RecordDetail }) {
  const { t } = useTranslation('task')
  const { model: whole, error, retry } = useRecordModel(record.kind)
  const model = useMemo(() => whole && shownModel(whole, task.fields), [whole, task.fields])
  const { previous } = task
  const [isCompared, setCompared] = useState(previous !== undefined)
  const facts = useDocumentFacts(record, model)
  const all = rounds(task.opinions)
  const current = all.find(({ version }) => version === record.version)
  const earlier = all.filter((round) => round !== current)
  if (!model) return error ? <QueryFailure error={error} retry={retry} /> : <PendingPage />
  return (
    <>
      {previous && (
        <div className={styles.compare}>
          <label>
            <Switch checked={isCompared} onChange={setCompared} />
            <span>{t('snapshot.difference', { version: previous.version })}</span>
          </label>
          {isCompared && <DifferenceLegend />}
        </div>
      )}
      <DocumentView
        model={model}
        content={record}
        facts={facts}
        {...(previous && isCompared && { before: previous })}
        opinions={current?.opinions ?? []}
      />
      {earlier.map((round) => (
        <Sheet
          key={round.version ?? 0}
          title={
            round.version === undefined
              ? t('snapshot.earlier')
              : t('snapshot.round', { version: round.version })
          }
        >
          <SignatureBlock opinions={round.opinions} />
        </Sheet>
      ))}
    </>
  )
}
