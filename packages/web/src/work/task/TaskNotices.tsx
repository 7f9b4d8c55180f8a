import type { TaskDetail } from '@canmou/contract'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../i18n/format.ts'
import { useMe } from '../../identity/session.ts'
import { FileLinks } from '../../records/attachments/FileLinks.tsx'
import styles from './task.module.css'

/** What its holder has to know before anything else: that it was urged or escalated, and why it is open again. */
export function TaskNotices({ task: { urged, escalated, returned, opinions } }: { task: TaskDetail }) {
  const { t } = useTranslation('task')
  const id = useId()
  if (!urged && !escalated && !returned) return null
  return (
    <div className={styles.notices}>
      {escalated && <Escalated escalated={escalated} />}
      {urged && (
        <section className={styles.urged} aria-labelledby={`${id}urged`}>
          <h2 id={`${id}urged`}>{t(urged.person ? 'urged.title' : 'urged.byProcess')}</h2>
          <p>
            {urged.person
              ? t('urged.lead', { who: urged.person.name, at: formatDateTime(urged.at) })
              : t('urged.byProcessLead', { at: formatDateTime(urged.at) })}
          </p>
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
          <FileLinks attachments={opinions.find(({ signedAt }) => signedAt === returned.at)?.attachments} />
        </section>
      )}
    </div>
  )
}

/** 逾期升级: told to the one who has it now, and to the one who had it. */
function Escalated({ escalated: { at, to, from } }: { escalated: NonNullable<TaskDetail['escalated']> }) {
  const { t } = useTranslation('task')
  const { t: tApp } = useTranslation('app')
  const me = useMe()
  const id = useId()
  const isToMe = to.some((person) => person.id === me.id)
  const names = (people: typeof to) => people.map(({ name }) => name).join(tApp('separator'))
  if (to.length === 0) return null
  return (
    <section className={styles.escalated} aria-labelledby={id}>
      <h2 id={id}>{t('escalated.title')}</h2>
      <p>
        {t(isToMe ? 'escalated.toMe' : 'escalated.toOthers', {
          at: formatDateTime(at),
          to: names(to),
          from: names(from),
        })}
      </p>
    </section>
  )
}
