import type { TaskSummary } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from '../app/Chip.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { timeParts } from './countdown.ts'
import styles from './DueDate.module.css'
import { isOverdue } from './overdue.ts'
import { useNow } from './use-now.ts'

/** Less than this is left: it had better be done next. */
const soonMs = 4 * 3_600_000

/** Until when an open task is to be done, how long that still is, and what happens then; says 已逾期 where it is past. */
export function DueDate({ task }: { task: Pick<TaskSummary, 'state' | 'dueAt' | 'onLimit'> }) {
  const { t } = useTranslation('work')
  const now = useNow()
  const { dueAt, onLimit } = task
  if (!dueAt) return null
  const left = new Date(dueAt).getTime() - now.getTime()
  const isLate = isOverdue(task, now)
  const length = timeParts(Math.abs(left))
    .map(({ unit, count }) => t(`time.${unit}`, { count }))
    .join(' ')
  const words = isLate ? t('overdueFor', { length }) : t('timeLeft', { length: length || t('time.moment') })
  const tone: ChipTone = isLate ? 'seal' : left < soonMs ? 'amber' : 'plain'
  return (
    <span className={styles.due}>
      <Chip tone={tone}>{isLate && length === '' ? t('overdue') : words}</Chip>
      <time dateTime={dueAt} className="tabular">
        {t('dueOn', { due: formatDateTime(dueAt) })}
      </time>
      {onLimit && !isLate && onLimit.then !== 'nothing' && (
        <span>
          {onLimit.to === undefined
            ? t(`onLimit.${onLimit.then}`)
            : t('onLimit.escalateTo', { to: onLimit.to })}
        </span>
      )}
    </span>
  )
}
