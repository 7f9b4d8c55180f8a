import type { Level } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from './Chip.tsx'

const tones: Record<Level, ChipTone> = {
  public: 'plain',
  internal: 'plain',
  secret: 'amber',
  confidential: 'seal',
}

/** 密级, shown wherever a record or an instance is named (features.md §3.7). */
export function LevelChip({ level }: { level: Level }) {
  const { t } = useTranslation('app')
  const word = t(`level.${level}`)
  return (
    <Chip tone={tones[level]} title={t('levelName', { level: word })}>
      {word}
    </Chip>
  )
}
