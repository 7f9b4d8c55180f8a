import type { TaskDetail } from '@canmou/contract'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/format.ts'
import styles from './task.module.css'

/** What its holder has to know before anything else: that it was urged, and why it is open again. */
export function TaskNotices({ task: { urged, returned } }: { task: TaskDetail }) {
  const { t } = useTranslation('task')
  const id = useId()
  if (!urged && !returned) return null
  return (
    <div className={styles.notices}>
      {urged && (
        <section className={styles.urged} aria-labelledby={`${id}urged`}>
          <h2 id={`${id}urged`}>{t('urged.title')}</h2>
          <p>{t('urged.lead', { who: urged.person.name, at: formatDateTime(urged.at) })}</p>
          {urged.opinion && <blockquote className={styles.reason}>{urged.opinion}</blockquote>}
        </section>
      )}
      {returned && (
        <section className={styles.returned} aria-labelledby={`${id}back`}>
          <h2 id={`${id}back`}>{t('back.title')}</h2>
          <p>
            {t(returned.then === 'direct' ? 'back.leadDirect' : 'back.lead', {
              who: returned.person.name,
              at: formatDateTime(returned.at),
              task: returned.taskName ?? '',
            })}
          </p>
          {returned.opinion && <blockquote className={styles.reason}>{returned.opinion}</blockquote>}
        </section>
      )}
    </div>
  )
}
