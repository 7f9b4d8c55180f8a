import type { ExpectedStep } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../app/Chip.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { RuleList } from '../../processes/RuleList.tsx'
import { expectedQuery, expectedStartQuery } from './queries.ts'
import styles from './verbs.module.css'

/** 预计后续: who will be asked next, in which order and why, and how long each will have, as far as the present data say. */
export function ExpectedSteps({ instanceId }: { instanceId: string }) {
  const { data } = useQuery(expectedQuery(instanceId))
  const { t } = useTranslation('verbs')
  const coming = (data?.steps ?? []).filter(({ certainty }) => certainty !== 'open')
  return <Steps title={t('expected.title')} steps={coming} />
}

/** The same before a process is started, by what its start form has so far. */
export function ExpectedStart({ processId, data = {} }: { processId: string; data?: object }) {
  const { data: expected } = useQuery(expectedStartQuery(processId, data))
  const { t } = useTranslation('verbs')
  return <Steps title={t('expected.startTitle')} steps={expected?.steps ?? []} />
}

function Steps({ title, steps }: { title: string; steps: readonly ExpectedStep[] }) {
  if (steps.length === 0) return null
  return (
    <Sheet isFlush title={title}>
      <ExpectedList steps={steps} />
    </Sheet>
  )
}

/** Each step with its people, how long they will have, and who may act in their place. */
export function ExpectedList({ steps }: { steps: readonly ExpectedStep[] }) {
  return (
    <ol className={styles.expected}>
      {steps.map((step) => (
        <Step key={step.elementId} step={step} />
      ))}
    </ol>
  )
}

function Step({ step }: { step: ExpectedStep }) {
  const { t } = useTranslation('verbs')
  const { t: tApp } = useTranslation('app')
  const { t: tWork } = useTranslation('work')
  const positions = step.positions.join(tApp('separator'))
  const people = step.people.map(({ name }) => name).join(tApp('separator'))
  const who = positions && people ? t('expected.who', { positions, people }) : positions || people
  return (
    <li>
      <p className={styles.expectedName}>
        {step.name} {step.certainty === 'possible' && <Chip tone="amber">{t('expected.possible')}</Chip>}
      </p>
      <p className={styles.hint}>
        {step.isUnknown ? t('expected.unknown') : who}
        {step.mode && ` · ${t(`expected.mode.${step.mode}`)}`}
      </p>
      {step.substitutes.map(({ person, insteadOf, reason }) => (
        <p key={`${person.id} ${insteadOf.id}`} className={styles.hint}>
          {t('expected.substitute', { name: person.name, reason })}
        </p>
      ))}
      {step.because.length > 0 && <p className={styles.hint}>{step.because.join(tApp('separator'))}</p>}
      {step.dueAt !== undefined && (
        <p className={styles.hint}>{tWork('dueOn', { due: formatDateTime(step.dueAt) })}</p>
      )}
      <RuleList rules={step.time} />
    </li>
  )
}
