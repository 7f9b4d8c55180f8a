import type { CalendarDay } from '@canmou/contract'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Chip } from '../app/Chip.tsx'
import { Sheet } from '../app/Sheet.tsx'
import styles from './calendar.module.css'

interface OwnDaysProps {
  days: readonly CalendarDay[]
  onChoose?: (day: string) => void
}

/** The days that the company itself decided otherwise, and why. */
export function OwnDays({ days, onChoose }: OwnDaysProps) {
  const { t } = useTranslation('calendar')
  const own = days.filter(({ origin }) => origin === 'own')
  if (own.length === 0 && !onChoose) return null
  return (
    <Sheet isFlush title={t('own')}>
      {own.length === 0 && <p className={styles.none}>{t('ownNone')}</p>}
      <ul>
        {own.map(({ day, kind, note }) => (
          <li key={day} className={styles.ownDay}>
            <span className="tabular">{day}</span>
            <Chip tone={kind === 'holiday' ? 'seal' : 'blue'}>{t(`kind.${kind}`)}</Chip>
            <span className={styles.ownNote}>{note}</span>
            {onChoose && (
              <Button type="link" aria-label={t('changeDay', { day })} onClick={() => onChoose(day)}>
                {t('change')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
