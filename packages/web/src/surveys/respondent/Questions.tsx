import type { Locale, PublicSurvey } from '@canmou/contract'
import { SurveyForm } from '../form/SurveyForm.tsx'
import { Ending } from './Ending.tsx'
import styles from './respondent.module.css'
import { texts } from './texts.ts'
import { useSending } from './use-sending.ts'

interface QuestionsProps {
  token: string
  locale: Locale
  survey: PublicSurvey
  reload: () => void
}

/** The questions, with what was typed here before, until the answers have been received. */
export default function Questions({ token, locale, survey, reload }: QuestionsProps) {
  const text = texts[locale]
  const sending = useSending(token, survey.hash ?? '', locale, reload)
  if (sending.state === 'received')
    return (
      <Ending
        mark="done"
        survey={survey.title}
        title={text.thanks.title}
        hint={sending.thanks ?? text.thanks.hint}
      >
        <button type="button" className={styles.quiet} onClick={reload}>
          {text.another}
        </button>
      </Ending>
    )
  if (!survey.definition) return null
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>{survey.title}</h1>
      </header>
      <div className={styles.form} inert={sending.state === 'sending'}>
        <SurveyForm
          definition={survey.definition}
          locale={locale}
          initial={sending.initial}
          sendLabel={sending.state === 'sending' ? text.sending : text.send}
          problems={sending.problems}
          change={sending.keep}
          send={sending.send}
        />
      </div>
      <div role="status" className={styles.status}>
        {sending.state === 'lost' && (
          <p className={styles.warning}>
            <span>{text.waiting}</span>
            <button type="button" className={styles.quiet} onClick={sending.sendAgain}>
              {text.retry}
            </button>
          </p>
        )}
        {sending.refusal !== undefined && (
          <p className={styles.warning}>{text.refused.replace('{reason}', sending.refusal)}</p>
        )}
        {sending.state === 'typing' && sending.refusal === undefined && (
          <p className={styles.kept}>{text.kept}</p>
        )}
      </div>
    </main>
  )
}
