import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { failureNote, failureText } from './raise-failure.ts'
import styles from './QueryFailure.module.css'

/** Stands where content should have been: what went wrong, and a way to try again. */
export function QueryFailure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('api')
  const { t: tApp } = useTranslation('app')
  const note = failureNote(error)
  return (
    <div className={styles.box} role="alert">
      <p className={styles.title}>{t('loadFailed')}</p>
      <p>{failureText(error)}</p>
      {note && <p className={styles.note}>{note}</p>}
      {retry && <Button onClick={retry}>{tApp('retry')}</Button>}
    </div>
  )
}
