import { useTranslation } from 'react-i18next'
import { failureNote, failureText } from '../../api/raise-failure.ts'
import styles from './task.module.css'

/** Why the last attempt did not succeed, beside the button that was pressed. */
export function FailureNote({ error }: { error: unknown }) {
  const { t } = useTranslation('task')
  const note = failureNote(error)
  return (
    <div role="alert" className={styles.failure}>
      <p>{t('act.failed', { reason: failureText(error) })}</p>
      {note && <p>{note}</p>}
    </div>
  )
}
