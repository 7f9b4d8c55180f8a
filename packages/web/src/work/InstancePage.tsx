import type { InstanceDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { AskButtons } from './AskButtons.tsx'
import { Diagram } from './diagram/Diagram.tsx'
import { marksOf } from './diagram/marks.ts'
import styles from './InstancePage.module.css'
import { InstanceChain } from './InstanceChain.tsx'
import { InstanceCopies } from './InstanceCopies.tsx'
import { InstanceRecords } from './InstanceRecords.tsx'
import { OpenSteps } from './OpenSteps.tsx'
import { diagramQuery, instanceQuery } from './queries.ts'
import { StatusChip } from './StatusChip.tsx'
import { Timeline } from './Timeline.tsx'
import { ExpectedSteps } from './verbs/ExpectedSteps.tsx'
import { InstanceVerbs } from './verbs/InstanceVerbs.tsx'

/** One run of a process: where it is, who holds it, what it made, what happened. */
export function InstancePage() {
  const { t } = useTranslation('work')
  const { instanceId } = useParams({ from: '/signed-in/instances/$instanceId' })
  const { data: instance, error, refetch } = useQuery(instanceQuery(instanceId))
  if (!instance) {
    return (
      <Page title={t('instance.title')}>
        {error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />}
      </Page>
    )
  }
  return (
    <Page
      title={instance.title}
      mark={
        <>
          <span className="tabular">{instance.number}</span>
          <StatusChip status={instance.status} />
          <LevelChip level={instance.level} />
        </>
      }
      actions={
        <>
          <AskButtons instance={instance} />
          <InstanceVerbs instance={instance} />
        </>
      }
      note={<Facts instance={instance} />}
    >
      <div className={styles.page}>
        <InstanceChain chain={instance.chain} />
        <div className={styles.board}>
          <div className={styles.main}>
            <OpenSteps instance={instance} />
          </div>
          <div className={styles.aside}>
            {instance.status === 'running' && <ExpectedSteps instanceId={instance.id} />}
            <InstanceCopies copies={instance.copies} />
            <InstanceRecords records={instance.records} />
          </div>
          <div className={styles.way}>
            <InstanceDrawing instance={instance} />
            <Sheet title={t('instance.timeline')}>
              <Timeline entries={instance.timeline} />
            </Sheet>
          </div>
        </div>
      </div>
    </Page>
  )
}

function Facts({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('work')
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('instance.process')}</dt>
        <dd>
          <Link {...paths.process(instance.processId)}>{instance.processName}</Link> V
          {instance.processVersion}
        </dd>
      </div>
      {instance.reviews && (
        <div>
          <dt>{t('instance.reviews')}</dt>
          <dd>
            <Link {...paths.processVersion(instance.reviews.processId, instance.reviews.version)}>
              {instance.reviews.processId} V{instance.reviews.version}
            </Link>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('instance.starter')}</dt>
        <dd>{instance.starter.name}</dd>
      </div>
      <div>
        <dt>{t('instance.startedAt')}</dt>
        <dd className="tabular">{formatDateTime(instance.startedAt)}</dd>
      </div>
      {instance.endedAt && (
        <div>
          <dt>{t('instance.endedAt')}</dt>
          <dd className="tabular">{formatDateTime(instance.endedAt)}</dd>
        </div>
      )}
    </dl>
  )
}

/** The version's own drawing with the tokens and the way taken. */
function InstanceDrawing({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('work')
  const { data, error, refetch } = useQuery(diagramQuery(instance.id))
  const marks = useMemo(() => (data ? marksOf(data) : []), [data])
  return (
    <Sheet isFlush title={t('instance.diagram')}>
      {data && <Diagram name={instance.processName} xml={data.xml} names={data.names} marks={marks} />}
      {!data && error && <QueryFailure error={error} retry={() => void refetch()} />}
    </Sheet>
  )
}
