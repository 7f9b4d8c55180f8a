import type { RecordDetail } from '@canmou/contract'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isEqualValue } from '../../records/difference/row-diff.ts'
import { FieldFrame } from '../../records/form/FieldFrame.tsx'
import type { RecordModel } from '../../records/form/field-model.ts'
import { fieldPointer, formStore } from '../../records/form/form-store.ts'
import { useRecordModel } from '../../records/use-record-model.ts'
import styles from './task.module.css'

interface CorrectionsProps {
  record: RecordDetail
  fields: readonly string[]
  /** The corrected fields alone; undefined while nothing differs from the document. */
  change: (corrected: Record<string, unknown> | undefined) => void
}

/** What whoever decides may put right in the document without sending it back (domain.md §8, A3). */
export function Corrections(props: CorrectionsProps) {
  const { model } = useRecordModel(props.record.kind)
  return model ? <CorrectionFields {...props} model={model} /> : null
}

function CorrectionFields({ record, fields, change, model }: CorrectionsProps & { model: RecordModel }) {
  const { t } = useTranslation('task')
  const store = useMemo(() => formStore(model, record.data), [model, record.data])
  useEffect(
    () =>
      store.onChange((data) => {
        const differing = fields.filter((name) => !isEqualValue(data[name], record.data[name]))
        change(
          differing.length > 0
            ? Object.fromEntries(differing.map((name) => [name, data[name] ?? null]))
            : undefined,
        )
      }),
    [store, fields, record.data, change],
  )
  const shown = fields.flatMap((name) => model.fields.get(name) ?? [])
  if (shown.length === 0) return null
  return (
    <fieldset className={styles.corrections}>
      <legend>{t('correct.title')}</legend>
      <p className={styles.soft}>{t('correct.hint')}</p>
      {shown.map((field) => (
        <FieldFrame
          key={field.name}
          store={store}
          field={field}
          pointer={fieldPointer(field.name)}
          isRequired={field.isRequired}
        />
      ))}
    </fieldset>
  )
}
