import type { Level } from '@canmou/contract'
import { Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../identity/session.ts'
import { Frame } from '../form/Frame.tsx'
import { besideData, placeId } from '../form/place.ts'

const levels: readonly Level[] = ['public', 'internal', 'secret', 'confidential']

interface LevelFieldProps {
  value: Level
  /** The level of what was already submitted: from there it can only be raised (features.md §3.7). */
  lowest?: Level | undefined
  error?: string | undefined
  change: (level: Level) => void
}

/** 密级, up to one's own clearance. */
export function LevelField({ value, lowest, error, change }: LevelFieldProps) {
  const { t } = useTranslation('records')
  const { t: tApp } = useTranslation('app')
  const me = useMe()
  const [from, to] = [levels.indexOf(lowest ?? 'public'), levels.indexOf(me.clearance)]
  const id = placeId(besideData.level)
  return (
    <Frame id={id} label={t('form.level')} isRequired isGroup help={t('form.levelHint')} error={error}>
      <Radio.Group
        id={id}
        aria-label={t('form.level')}
        value={value}
        options={levels.map((level, rank) => ({
          value: level,
          label: tApp(`level.${level}`),
          disabled: rank < from || rank > to,
        }))}
        onChange={(event) => change(event.target.value as Level)}
      />
    </Frame>
  )
}
