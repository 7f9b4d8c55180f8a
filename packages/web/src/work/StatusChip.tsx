import type { InstanceSummary } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from '../app/Chip.tsx'

const tones: Record<InstanceSummary['status'], ChipTone> = {
  running: 'blue',
  completed: 'green',
  failed: 'seal',
  cancelled: 'plain',
}

/** Where an instance stands: 办理中 · 已完成 · 出错 · 已终止. */
export function StatusChip({ status }: { status: InstanceSummary['status'] }) {
  const { t } = useTranslation('work')
  return <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
}
