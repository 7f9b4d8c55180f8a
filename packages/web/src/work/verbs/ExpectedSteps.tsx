import type { ExpectedStep, InstanceDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../app/Chip.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { expectedQuery } from './queries.ts'
import styles from './verbs.module.css'

/** 预计后续: who will be asked next, in which order and why, as far as the present data say. */
export function ExpectedSteps({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('verbs')
  const isRunning = instance.status === 'running'
  const { data } = useQuery({ ...expectedQuery(instance.id), enabled: isRunning })
  const steps = (data?.steps ?? []).filter(({ certainty }) => certainty !== 'open')
  if (!isRunning || steps.length === 0) return null
  return (
    <Sheet isFlush title={t('expected.title')}>
      <ol className={styles.expected}>
        {steps.map((step) => (
          <Step key={step.elementId} step={step} />
        ))}
      </ol>
    </Sheet>
  )
}

function Step({ step }: { step: ExpectedStep }) {
  const { t } = useTranslation('verbs')
  const { t: tApp } = useTranslation('app')
  const who = step.positions.length > 0 ? step.positions : step.people.map(({ name }) => name)
  return (
    <li>
      <p className={styles.expectedName}>
        {step.name} {step.certainty === 'possible' && <Chip tone="amber">{t('expected.possible')}</Chip>}
      </p>
      <p className={styles.hint}>
        {step.isUnknown ? t('expected.unknown') : who.join(tApp('separator'))}
        {step.mode && ` · ${t(`expected.mode.${step.mode}`)}`}
      </p>
      {step.because.length > 0 && <p className={styles.hint}>{step.because.join(tApp('separator'))}</p>}
    </li>
  )
}
