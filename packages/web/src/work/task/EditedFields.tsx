import type { Failure, RecordDetail, StepFields } from '@canmou/contract'
import { useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import { isEqualValue } from '../../records/difference/row-diff.ts'
import { FieldControl } from '../../records/form/controls/FieldControl.tsx'
import { FieldFrame } from '../../records/form/FieldFrame.tsx'
import type { RecordModel } from '../../records/form/field-model.ts'
import { fieldPointer, formStore, useFieldStates } from '../../records/form/form-store.ts'
import { stepModel } from '../../records/form/step-model.ts'
import { focusPlace } from '../../records/form/place.ts'
import { pointerParts } from '../../records/form/validation.ts'
import { refuseFields } from '../../records/form/refuse-fields.ts'
import { useRecordModel } from '../../records/use-record-model.ts'
import type { FilledForm } from './filled-form.ts'
import styles from './task.module.css'
import type { Changes } from './use-changes.ts'

interface EditedFieldsProps {
  record: RecordDetail
  names: readonly string[]
  /** What the step shows of the document, where it says so. */
  fields: StepFields | undefined
  title: string
  hint: string
  changes: Changes
  /** What the server refused in it. */
  refused: NonNullable<Failure['details']>
  ref: Ref<FilledForm>
}

/** The few fields of the document that this step fills in, or may put right without sending it back (domain.md §8, A3). */
export function EditedFields(props: EditedFieldsProps) {
  const { fields, record } = props
  const { model: whole } = useRecordModel(record.kind)
  const model = useMemo(
    // Fields to be corrected for the process alone are read in the document.
    () => whole && stepModel(whole, fields && { ...fields, writable: [...props.names] }),
    [whole, fields, props.names],
  )
  return model ? <Fields {...props} model={model} /> : null
}

function Fields({
  record,
  names,
  title,
  hint,
  changes: { of, change },
  refused,
  ref,
  model,
}: EditedFieldsProps & { model: RecordModel }) {
  const before = useRef(record.data)
  const data = useRef({ ...record.data, ...of.get(record.id) })
  const store = useMemo(() => formStore(model, data.current), [model])
  const { visible, required } = useFieldStates(store)
  const filled = useMemo(
    (): FilledForm => ({
      check() {
        const wrong = store.check().find(({ path }) => names.includes(pointerParts(path)[0] ?? ''))
        if (wrong) focusPlace(wrong.path)
        return !wrong
      },
      data() {
        const now = store.data()
        const differing = names.filter((name) => !isEqualValue(now[name], before.current[name]))
        return differing.length > 0
          ? Object.fromEntries(differing.map((name) => [name, now[name] ?? null]))
          : undefined
      },
      refuse(details) {
        refuseFields(store, details)
        return details.every(({ path }) => names.includes(pointerParts(path)[0] ?? ''))
      },
    }),
    [store, names],
  )
  useImperativeHandle(ref, () => filled, [filled])
  useEffect(
    () =>
      store.onChange((next) => {
        data.current = { ...next }
        change(record.id, filled.data())
      }),
    [store, filled, change, record.id],
  )
  useEffect(() => {
    if (refused.length > 0) refuseFields(store, refused)
  }, [store, refused])
  const shown = names.flatMap((name) => (visible.has(name) ? (model.fields.get(name) ?? []) : []))
  if (shown.length === 0) return null
  return (
    <fieldset className={styles.edited}>
      <legend>{title}</legend>
      <p className={styles.soft}>{hint}</p>
      {shown.map((field) => (
        <FieldFrame
          key={field.name}
          store={store}
          field={field}
          pointer={fieldPointer(field.name)}
          isRequired={required.has(field.name)}
          control={FieldControl}
        />
      ))}
    </fieldset>
  )
}
