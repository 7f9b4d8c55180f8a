import type { ExpectedAfter } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { ExpectedList } from '../verbs/ExpectedSteps.tsx'
import { nextAfter } from './next-after.ts'
import styles from './task.module.css'

interface NextStepsProps {
  expected: ExpectedAfter | undefined
  isPending: boolean
  /** The dialog is open already: what comes now must not move its buttons. */
  isLate: boolean
}

/** Who gets it next, by what is on the form now. Nothing waits for the answer: it may be slow, or none. */
export function NextSteps({ expected, isPending, isLate }: NextStepsProps) {
  const { t } = useTranslation('task')
  const { words, steps } = expected ? nextAfter(expected) : { words: 'nextUnknown' as const, steps: [] }
  return (
    <div className={isLate ? styles.nextRoom : undefined} role="status">
      <p>{t(`submit.${isPending ? 'nextAsked' : words}`)}</p>
      {steps.length > 0 && (
        <div className={styles.nextBox}>
          <ExpectedList steps={steps} />
        </div>
      )}
    </div>
  )
}
