import type { Locale, PublicSurvey } from '@canmou/contract'
import { lazy, Suspense, useEffect, useState } from 'react'
import { loadFormLocale } from '../form/load-form-locale.ts'
import { Ending } from './Ending.tsx'
import styles from './respondent.module.css'
import { fetchSurvey } from './send.ts'
import { texts } from './texts.ts'

const loadQuestions = () => import('./Questions.tsx')
const Questions = lazy(loadQuestions)

type Opened = PublicSurvey | 'opening' | 'unknown' | 'unreachable'

/** The page behind a link: the questions, or why there are none. */
export function RespondentPage({ token, locale }: { token: string; locale: Locale }) {
  const text = texts[locale]
  const [opened, setOpened] = useState<Opened>('opening')
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void open(token, locale).then((result) => {
      if (isCurrent) setOpened(result)
    })
    return () => {
      isCurrent = false
    }
  }, [token, locale, attempt])
  const title = typeof opened === 'object' ? opened.title : undefined
  useEffect(() => {
    if (title !== undefined) document.title = title
  }, [title])
  const reload = (): void => {
    setOpened('opening')
    setAttempt((number) => number + 1)
  }

  if (opened === 'opening') return <Opening text={text.loading} />
  if (opened === 'unknown') return <Ending mark="none" {...text.unknown} />
  if (opened === 'unreachable') {
    return (
      <Ending mark="none" {...text.unreachable}>
        <button type="button" className={styles.button} onClick={reload}>
          {text.retry}
        </button>
      </Ending>
    )
  }
  if (opened.state !== 'open')
    return (
      <Ending
        mark={opened.state === 'answered' ? 'done' : 'none'}
        survey={opened.title}
        {...text[opened.state]}
      />
    )
  return (
    <Suspense fallback={<Opening text={text.loading} />}>
      <Questions key={opened.hash} token={token} locale={locale} survey={opened} reload={reload} />
    </Suspense>
  )
}

/** The form's program is loaded while the questions are asked for; an ending does not wait for it. */
async function open(token: string, locale: Locale): Promise<Opened> {
  const form = Promise.all([loadQuestions(), loadFormLocale(locale)]).then(
    () => true,
    () => false,
  )
  const sent = await fetchSurvey(token, locale)
  if (sent.outcome === 'refused') return sent.status < 429 ? 'unknown' : 'unreachable'
  if (sent.outcome === 'lost') return 'unreachable'
  return sent.answer.state !== 'open' || (await form) ? sent.answer : 'unreachable'
}

function Opening({ text }: { text: string }) {
  return (
    <main className={styles.page}>
      <p role="status" className={styles.opening}>
        {text}
      </p>
    </main>
  )
}
