import type { TaskSummary } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { formatDateTime } from '../i18n/format.ts'
import { isOverdue } from './overdue.ts'

/** Until when a task should be done; says 已逾期 where that moment is past. */
export function DueDate({ task, now = new Date() }: { task: TaskSummary; now?: Date }) {
  const { t } = useTranslation('work')
  if (!task.dueAt) return null
  const due = formatDateTime(task.dueAt)
  if (!isOverdue(task, now)) return <span className="tabular">{t('dueOn', { due })}</span>
  return <Chip tone="seal">{t('overdueBy', { due })}</Chip>
}
