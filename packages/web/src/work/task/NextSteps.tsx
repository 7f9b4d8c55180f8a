import type { OfferedVerb, TaskAction } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ExpectedList } from '../verbs/ExpectedSteps.tsx'
import { expectedAfterQuery } from '../verbs/queries.ts'
import { nextAfter } from './next-after.ts'
import styles from './task.module.css'

interface NextStepsProps {
  taskId: string
  verb: OfferedVerb['verb']
  body: TaskAction
}

/** Who gets it next, by what is on the form now. Nothing waits for the answer: it may be slow, or none. */
export function NextSteps({ taskId, verb, body }: NextStepsProps) {
  const { t } = useTranslation('task')
  const { data, isPending } = useQuery(expectedAfterQuery(taskId, verb, body))
  if (isPending) return <p role="status">{t('submit.nextAsked')}</p>
  if (!data) return <p>{t('submit.nextUnknown')}</p>
  const { words, steps } = nextAfter(data)
  return (
    <>
      <p>{t(`submit.${words}`)}</p>
      {steps.length > 0 && (
        <div className={styles.nextBox}>
          <ExpectedList steps={steps} />
        </div>
      )}
    </>
  )
}
