import type { ProcessDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../api/failure.ts'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { failureText } from '../api/raise-failure.ts'
import { EmptyState } from '../app/EmptyState.tsx'
import { useSettled } from '../app/use-settled.ts'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { ErrorSummary } from '../records/form/ErrorSummary.tsx'
import type { RecordModel } from '../records/form/field-model.ts'
import { formStore } from '../records/form/form-store.ts'
import { RecordForm } from '../records/form/RecordForm.tsx'
import { refuseFields } from '../records/form/refuse-fields.ts'
import { useRecordModel } from '../records/use-record-model.ts'
import { ExpectedStart } from '../work/verbs/ExpectedSteps.tsx'
import { processQuery, useStartRequest } from './queries.ts'
import styles from './StartFormPage.module.css'

/** What a process asks for before it is started, such as the month that a sales plan is for. */
export function StartFormPage() {
  const { t } = useTranslation('processes')
  const { processId } = useParams({ from: '/signed-in/start/$processId' })
  const { data: process, error, refetch } = useQuery(processQuery(processId))
  const { model, error: kindError, retry } = useRecordModel(process?.startForm?.kind)
  const failure = error ?? kindError
  if (process && !(process.startable && process.startForm)) {
    return (
      <EmptyState heading="h1" title={t('noneStartable')} hint={t('noneStartableHint')}>
        <Link {...paths.processes()}>{t('title')}</Link>
      </EmptyState>
    )
  }
  if (process?.startForm && model) {
    return <StartForm key={process.id} process={process} data={process.startForm.data} model={model} />
  }
  if (!failure) return <PendingPage />
  return <QueryFailure error={failure} retry={() => (error ? void refetch() : retry())} />
}

interface StartFormProps {
  process: ProcessDetail
  data: Record<string, unknown>
  model: RecordModel
}

function StartForm({ process, data, model }: StartFormProps) {
  const { t } = useTranslation('processes')
  const { t: tTask } = useTranslation('task')
  const typed = useRef(data)
  const [filled, setFilled] = useState(data)
  const shown = useSettled(filled, 500)
  const store = useMemo(() => {
    const made = formStore(model, typed.current)
    made.onChange((next) => {
      typed.current = { ...next }
      setFilled(typed.current)
    })
    return made
  }, [model])
  const [attempt, setAttempt] = useState(0)
  const request = useStartRequest({ ownFailures: true })
  const start = (): void => {
    if (request.isPending) return
    if (store.check().length > 0) {
      setAttempt(attempt + 1)
      return
    }
    request.mutate(
      { process: process.id, data: { ...store.data() } },
      {
        onError(error) {
          if (!hasCode(error, 'RECORD_INVALID')) return
          refuseFields(store, error.details)
          setAttempt(attempt + 1)
        },
      },
    )
  }
  return (
    <Page title={t('startNamed', { name: process.name })} note={process.description}>
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        <ErrorSummary store={store} attempt={attempt} />
        <RecordForm store={store} />
        {request.error && !hasCode(request.error, 'RECORD_INVALID') && (
          <p role="alert" className={styles.failure}>
            {tTask('act.failed', { reason: failureText(request.error) })}
          </p>
        )}
        <div className={styles.actions}>
          <Button type="primary" size="large" loading={request.isPending} onClick={start}>
            {t('start')}
          </Button>
          <Link {...paths.start()}>{tTask('act.cancel')}</Link>
        </div>
        <ExpectedStart processId={process.id} data={shown} />
      </form>
    </Page>
  )
}
