import { useTranslation } from 'react-i18next'
import type { ShownDay } from './months.ts'

/** What is said of a day: `星期四，休息（法定节假日）`. */
export function useDayWords() {
  const { t } = useTranslation('calendar')
  const why = ({ special }: ShownDay): string =>
    !special ? '' : special.origin === 'own' ? special.note || t('origin.own') : t(`origin.${special.kind}`)
  return {
    describe(day: ShownDay): string {
      const weekday = t(`weekday.d${day.weekday}`)
      const worked = t(day.isWorked ? 'worked' : 'free')
      const reason = why(day)
      return reason ? t('dayWithReason', { weekday, worked, reason }) : t('day', { weekday, worked })
    },
  }
}
