import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../i18n/language.ts'
import { recordModel, type RecordModel } from './form/field-model.ts'
import { kindQuery } from './queries.ts'

/** The model of a record kind in the language shown; undefined while it loads. */
export function useRecordModel(code: string | undefined): {
  model: RecordModel | undefined
  error: unknown
  retry: () => void
} {
  // Draws again, in the other language, when it changes.
  useTranslation()
  const locale = currentLocale()
  const { data, error, refetch } = useQuery({ ...kindQuery(code ?? ''), enabled: code !== undefined })
  const model = useMemo(() => (data ? recordModel(data, locale) : undefined), [data, locale])
  return { model, error, retry: () => void refetch() }
}
