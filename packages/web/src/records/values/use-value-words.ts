import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime, formatMonth, formatNumber } from '../../i18n/format.ts'
import { currentLocale } from '../../i18n/language.ts'
import type { ValueWords } from './display.ts'

/** The words that values need, in the language shown. */
export function useValueWords(): ValueWords {
  const { t } = useTranslation('records')
  const locale = currentLocale()
  return useMemo(
    () => ({
      locale,
      yes: t('value.yes'),
      no: t('value.no'),
      range: (start, end) => t('value.range', { start, end }),
      separator: t('value.separator'),
      dateTime: formatDateTime,
      month: formatMonth,
      number: formatNumber,
    }),
    [t, locale],
  )
}
