import type { InstanceDetail, TaskSummary } from '@canmou/contract'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { Sheet } from '../app/Sheet.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { useMe } from '../identity/session.ts'
import { DueDate } from './DueDate.tsx'
import styles from './OpenSteps.module.css'

/** The steps that are open now, who holds each and since when; mine with the way to do it. */
export function OpenSteps({ instance }: { instance: InstanceDetail }) {
  const { t } = useTranslation('work')
  const open = instance.tasks.filter((task) => task.state === 'open')
  if (open.length === 0 && instance.status !== 'running') return null
  return (
    <Sheet isFlush title={t('instance.open')}>
      <ul>
        {open.map((task) => (
          <OpenStep key={task.id} task={task} />
        ))}
      </ul>
      {open.length === 0 && <p className={styles.none}>{t('instance.waiting')}</p>}
    </Sheet>
  )
}

function OpenStep({ task }: { task: TaskSummary }) {
  const { t } = useTranslation('work')
  const { t: tApp } = useTranslation('app')
  const me = useMe()
  const isMine = task.holders.some((holder) => holder.id === me.id) || task.onBehalfOf !== undefined
  const holders = task.holders.map((holder) => holder.name).join(tApp('separator'))
  return (
    <li className={styles.step}>
      <div className={styles.words}>
        <p className={styles.name}>{task.name}</p>
        <p className={styles.note}>
          {task.positionName && <span>{task.positionName}</span>}
          {holders && <span>{t('instance.holder', { holders })}</span>}
          {task.substitutes && (
            <span>
              {t('instance.substitutes', {
                names: task.substitutes.map(({ name }) => name).join(tApp('separator')),
              })}
            </span>
          )}
          <span className="tabular">{t('instance.since', { at: formatDateTime(task.createdAt) })}</span>
          <DueDate task={task} />
        </p>
      </div>
      {isMine && (
        <Link {...paths.task(task.id)} className={styles.act}>
          {t('instance.mine')}
        </Link>
      )}
    </li>
  )
}
