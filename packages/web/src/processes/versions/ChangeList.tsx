import type { DrawingChange, DrawingDifference } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from '../../app/Chip.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import styles from './versions.module.css'

const tones: Record<DrawingChange['change'], ChipTone> = { added: 'green', removed: 'seal', changed: 'blue' }

interface ChangeListProps {
  difference: DrawingDifference | undefined
  onShow: (change: DrawingChange) => void
}

/** The elements in which a drawing differs from the version in effect; nothing where there is none to compare with. */
export function ChangeList({ difference, onShow }: ChangeListProps) {
  const { t } = useTranslation('versions')
  if (!difference) return null
  const { version, changes } = difference
  return (
    <Sheet isFlush title={t('difference', { version })}>
      {changes.length === 0 && <p className={styles.none}>{t('noDifference', { version })}</p>}
      <ul>
        {changes.map((change) => (
          <li key={change.elementId} className={styles.row}>
            <button type="button" className={styles.change} onClick={() => onShow(change)}>
              <Chip tone={tones[change.change]}>{t(`change.${change.change}`)}</Chip>
              <span className={styles.element}>{change.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
