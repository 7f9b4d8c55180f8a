import type { TaskDetail } from '@canmou/contract'
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { PendingPage } from '../../app/PendingPage.tsx'
import { useMe } from '../../identity/session.ts'
import { ErrorSummary } from '../../records/form/ErrorSummary.tsx'
import type { RecordModel } from '../../records/form/field-model.ts'
import { formStore } from '../../records/form/form-store.ts'
import { RecordForm } from '../../records/form/RecordForm.tsx'
import { sentFields, stepModel, withLocked } from '../../records/form/step-model.ts'
import { refuseFields } from '../../records/form/refuse-fields.ts'
import { useRecordModel } from '../../records/use-record-model.ts'
import { TakeAnswers } from './TakeAnswers.tsx'
import type { FilledForm } from './filled-form.ts'
import { keepText, keptText } from './kept-text.ts'
import styles from './task.module.css'

interface StepFormProps {
  task: Pick<TaskDetail, 'id' | 'instanceId' | 'survey'>
  form: NonNullable<TaskDetail['stepForm']>
  ref: Ref<FilledForm>
}

/** The fields of a step of its own (a kind of type `form`): they make no record and go along with the verb. */
export function StepForm(props: StepFormProps) {
  const { kind, fields } = props.form
  const { model: whole, error, retry } = useRecordModel(kind)
  const model = useMemo(() => whole && stepModel(whole, fields), [whole, fields])
  if (!model) return error ? <QueryFailure error={error} retry={retry} /> : <PendingPage />
  return <StepFields {...props} model={model} />
}

function StepFields({ task, form, ref, model }: StepFormProps & { model: RecordModel }) {
  const taskId = task.id
  const me = useMe()
  const [attempt, setAttempt] = useState(0)
  // What comes from the server later never replaces what is being typed.
  const data = useRef(withLocked(model, keptText(me.id, taskId).data ?? form.data, form.data))
  const store = useMemo(() => formStore(model, data.current), [model])
  useEffect(
    () =>
      store.onChange((next) => {
        data.current = { ...next }
        keepText(me.id, taskId, { data: next })
      }),
    [store, me.id, taskId],
  )
  useImperativeHandle(
    ref,
    () => ({
      check() {
        const isComplete = store.check().length === 0
        if (!isComplete) setAttempt((count) => count + 1)
        return isComplete
      },
      data: () => sentFields(model, store.data()),
      refuse(details) {
        refuseFields(store, details)
        setAttempt((count) => count + 1)
        return true
      },
    }),
    [store, model],
  )
  return (
    <form className={styles.main} noValidate onSubmit={(event) => event.preventDefault()}>
      <ErrorSummary store={store} attempt={attempt} />
      {task.survey !== undefined && <TakeAnswers instanceId={task.instanceId} store={store} />}
      <RecordForm store={store} />
    </form>
  )
}
