import type { RecordStatus } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from '../app/Chip.tsx'

const tones: Record<RecordStatus, ChipTone> = {
  draft: 'plain',
  inApproval: 'blue',
  returned: 'amber',
  inEffect: 'green',
  void: 'plain',
}

/** Where a record stands: 草稿 · 审批中 · 退回 · 已生效 · 已作废. */
export function RecordStatusChip({ status }: { status: RecordStatus }) {
  const { t } = useTranslation('records')
  return <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
}
