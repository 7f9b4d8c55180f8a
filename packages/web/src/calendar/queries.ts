import type { CalendarDayChange } from '@canmou/contract'
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { announce } from '../notify/announce.ts'

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: keys.calendar(year),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/calendar/{year}', { params: { path: { year } }, signal })),
    placeholderData: keepPreviousData,
  })

/** Says what a day is; without a kind it follows the rule again. */
export function useDayChange(day: string) {
  const { t } = useTranslation('calendar')
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: CalendarDayChange) =>
      answerOf(api.PUT('/api/calendar/days/{day}', { params: { path: { day } }, body })),
    meta: { ownFailures: true },
    onSuccess(year) {
      client.setQueryData(keys.calendar(year.year), year)
      announce.done(t('saved', { day }))
    },
  })
}
