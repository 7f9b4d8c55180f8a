import type { ExpectedStep, ProcessDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Chip, type ChipTone } from '../app/Chip.tsx'
import { Page } from '../app/Page.tsx'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { formatDate, formatDateTime } from '../i18n/format.ts'
import { StepHolders } from '../organization/StepHolders.tsx'
import { expectedStartQuery } from '../work/verbs/queries.ts'
import { Diagram } from '../work/diagram/Diagram.tsx'
import { useKindNames } from './kind-names.ts'
import { ProcessMark } from './ProcessCard.tsx'
import styles from './ProcessPage.module.css'
import { RuleList } from './RuleList.tsx'
import { VersionList } from './versions/VersionList.tsx'
import { processQuery, useStart } from './queries.ts'

/** One process as a rule: its drawing, its steps with who does them, where each comes from. */
export function ProcessPage() {
  const { t } = useTranslation('processes')
  const { processId } = useParams({ from: '/signed-in/processes/$processId' })
  const { data: process, error, refetch } = useQuery(processQuery(processId))
  const start = useStart()
  if (!process) {
    return (
      <Page title={processId}>
        {error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />}
      </Page>
    )
  }
  return (
    <Page
      title={process.name}
      mark={
        <>
          <span className={styles.code}>{process.id}</span>
          <ProcessMark process={process} />
        </>
      }
      note={<Facts process={process} />}
      actions={
        process.startable && (
          <Button type="primary" loading={start.isPending} onClick={() => start.start(process)}>
            {t('start')}
          </Button>
        )
      }
    >
      <div className={styles.parts}>
        {process.description && (
          <Sheet title={t('about')}>
            <p className={styles.about}>{process.description}</p>
          </Sheet>
        )}
        <Sheet isFlush title={t('drawing')}>
          <Diagram name={process.name} xml={process.xml} names={process.names} />
        </Sheet>
        <VersionList process={process} />
        <Sheet isFlush title={t('steps')} extra={<OriginLegend />}>
          <p className={styles.ordinary}>
            {t('ordinary')} {process.startable && t('asStarter.lead')}
          </p>
          <Steps process={process} />
        </Sheet>
      </div>
    </Page>
  )
}

function Facts({ process }: { process: ProcessDetail }) {
  const { t } = useTranslation('processes')
  return (
    <p className={styles.facts}>
      <span>{t('departmentIs', { department: process.departmentName })}</span>
      {process.effectiveAt && <span>{t('effectiveAt', { at: formatDate(process.effectiveAt) })}</span>}
    </p>
  )
}

const originTones: Record<ProcessDetail['steps'][number]['origin'], ChipTone> = {
  stated: 'pine',
  implied: 'blue',
  proposed: 'amber',
}

function OriginLegend() {
  const { t } = useTranslation('processes')
  return (
    <ul className={styles.legend}>
      {(['stated', 'implied', 'proposed'] as const).map((origin) => (
        <li key={origin}>
          <Chip tone={originTones[origin]}>{t(`origins.${origin}`)}</Chip> {t(`originHints.${origin}`)}
        </li>
      ))}
    </ul>
  )
}

const nothingFilledIn = {}

function Steps({ process }: { process: ProcessDetail }) {
  const { data } = useQuery({
    ...expectedStartQuery(process.id, nothingFilledIn),
    enabled: process.startable,
  })
  return (
    <ol className={styles.steps}>
      {process.steps.map((step) => (
        <Step
          key={step.elementId}
          processId={process.id}
          step={step}
          asStarter={data?.steps.find(({ elementId }) => elementId === step.elementId)}
        />
      ))}
    </ol>
  )
}

interface StepProps {
  processId: string
  step: ProcessDetail['steps'][number]
  /** What would come of it if the reader started the process now. */
  asStarter: ExpectedStep | undefined
}

/** One step; who would get it today, and why, is worked out when it is asked for. */
function Step({ processId, step, asStarter }: StepProps) {
  const { t } = useTranslation('processes')
  const { t: tApp } = useTranslation('app')
  const { t: tOrganization } = useTranslation('organization')
  const [isOpen, setOpen] = useState(false)
  const kindName = useKindNames()
  return (
    <li className={styles.step}>
      <Button
        size="small"
        className={styles.holders ?? ''}
        aria-expanded={isOpen}
        aria-label={tOrganization('holder.openNamed', { step: step.name })}
        onClick={() => setOpen(!isOpen)}
      >
        {tOrganization('holder.open')}
      </Button>
      <p className={styles.name}>
        {step.name} <Chip tone={originTones[step.origin]}>{t(`origins.${step.origin}`)}</Chip>
      </p>
      <p className={styles.note}>
        {step.positions.length > 0 && <span>{step.positions.join(tApp('separator'))}</span>}
        {step.formKind && <span>《{kindName(step.formKind)}》</span>}
      </p>
      <RuleList rules={step.rules} />
      {asStarter && <AsStarter step={asStarter} />}
      {isOpen && (
        <div className={styles.holdersPanel}>
          <StepHolders processId={processId} elementId={step.elementId} />
        </div>
      )}
    </li>
  )
}

/** Who would get it, on which condition and until when, if the reader started the process now; its rules stand above. */
function AsStarter({ step }: { step: ExpectedStep }) {
  const { t } = useTranslation('processes')
  const { t: tApp } = useTranslation('app')
  const { t: tVerbs } = useTranslation('verbs')
  const people = step.isUnknown
    ? tVerbs('expected.unknown')
    : step.people.map(({ name }) => name).join(tApp('separator'))
  const facts = [
    { name: t('asStarter.who'), text: people },
    ...step.substitutes.map(({ person, reason }) => ({
      name: t('asStarter.substitute'),
      text: tVerbs('expected.substitute', { name: person.name, reason }),
    })),
    { name: t('asStarter.when'), text: step.because.join(tApp('separator')) },
    { name: t('asStarter.due'), text: step.dueAt === undefined ? '' : formatDateTime(step.dueAt) },
  ]
  return <RuleList rules={facts.filter(({ text }) => text !== '')} />
}
