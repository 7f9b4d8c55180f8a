import type { StartRoute } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { failureText } from '../api/raise-failure.ts'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { processesQuery, useStartRequest } from './queries.ts'
import { startEntries, type StartEntry } from './start-entries.ts'
import styles from './StartFormPage.module.css'

/** An entry of the start list that leads to several processes: asks for the value that says which. */
export function StartRoutePage() {
  const { t } = useTranslation('processes')
  const { routeId } = useParams({ from: '/signed-in/start/route/$routeId' })
  const { data, error, refetch } = useQuery(processesQuery)
  if (!data) return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  const entry = startEntries(data.items).find(({ key }) => key === routeId)
  if (entry?.kind !== 'route') {
    return (
      <EmptyState heading="h1" title={t('noneStartable')} hint={t('noneStartableHint')}>
        <Link {...paths.start()}>{t('startTitle')}</Link>
      </EmptyState>
    )
  }
  return (
    <Page title={t('startNamed', { name: entry.route.name })} note={entry.route.description}>
      <RouteForm entry={entry} />
    </Page>
  )
}

function RouteForm({ entry: { route, ways } }: { entry: Extract<StartEntry, { kind: 'route' }> }) {
  const { t } = useTranslation('processes')
  const { t: tTask } = useTranslation('task')
  const [value, setValue] = useState<StartRoute['value']>()
  const [isMissing, setMissing] = useState(false)
  const request = useStartRequest({ ownFailures: true })
  const start = (): void => {
    setMissing(value === undefined)
    if (value !== undefined && !request.isPending)
      request.mutate({ process: route.id, data: { [route.field]: value } })
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <Sheet title={route.fieldName}>
        <Radio.Group
          vertical
          aria-label={route.fieldName}
          value={value}
          onChange={(event) => {
            setValue(event.target.value as string)
            setMissing(false)
          }}
          options={ways.map((way) => ({
            value: way.route.value,
            label: (
              <span className={styles.way}>
                <span className={styles.wayName}>{way.route.valueName}</span>
                <span className={styles.wayNote}>
                  {way.process.id} {way.process.name}
                </span>
              </span>
            ),
          }))}
        />
        {isMissing && (
          <p role="alert" className={styles.failure}>
            {t('chooseFirst', { field: route.fieldName })}
          </p>
        )}
      </Sheet>
      {request.error && (
        <p role="alert" className={styles.failure}>
          {tTask('act.failed', { reason: failureText(request.error) })}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="primary" size="large" htmlType="submit" loading={request.isPending}>
          {t('start')}
        </Button>
        <Link {...paths.start()}>{tTask('act.cancel')}</Link>
      </div>
    </form>
  )
}
