import type { Locale } from '@canmou/contract'
import { lazy, Suspense, useEffect, useState, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { PendingPage } from '../../app/PendingPage.tsx'
import { currentLocale } from '../../i18n/language.ts'
import { loadFormLocale } from './load-form-locale.ts'
import type { SurveyForm } from './SurveyForm.tsx'

const Form = lazy(() => import('./SurveyForm.tsx').then((loaded) => ({ default: loaded.SurveyForm })))

/** The questionnaire inside the web, in the language shown; its program is loaded with the first one. */
export function FormHost(props: Omit<ComponentProps<typeof SurveyForm>, 'locale'>) {
  useTranslation()
  const locale = currentLocale()
  const [loaded, setLoaded] = useState<Locale>()
  useEffect(() => {
    let isCurrent = true
    void loadFormLocale(locale).then(() => {
      if (isCurrent) setLoaded(locale)
    })
    return () => {
      isCurrent = false
    }
  }, [locale])
  if (loaded !== locale) return <PendingPage />
  return (
    <Suspense fallback={<PendingPage />}>
      <Form {...props} locale={locale} />
    </Suspense>
  )
}
