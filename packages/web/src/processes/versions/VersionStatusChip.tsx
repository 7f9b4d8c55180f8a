import type { ProcessVersion } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from '../../app/Chip.tsx'

const tones: Record<ProcessVersion['status'], ChipTone> = {
  draft: 'amber',
  inReview: 'blue',
  inEffect: 'green',
  retired: 'plain',
}

export function VersionStatusChip({ status }: { status: ProcessVersion['status'] }) {
  const { t } = useTranslation('versions')
  return <Chip tone={tones[status]}>{t(`status.${status}`)}</Chip>
}
