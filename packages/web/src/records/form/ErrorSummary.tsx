import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ErrorSummary.module.css'
import { fieldAt, focusPlace, placeId, placeLabel, problemText } from './place.ts'
import { useShownProblems, type FormStore } from './form-store.ts'

/** What has to be corrected, after an attempt to submit: each line leads to its place. `attempt` counts the attempts. */
export function ErrorSummary({ store, attempt }: { store: FormStore; attempt: number }) {
  const { t } = useTranslation('records')
  const problems = useShownProblems(store)
  const box = useRef<HTMLDivElement>(null)
  const isShown = attempt > 0 && problems.length > 0

  useEffect(() => {
    const [first] = store.shownProblems()
    if (attempt > 0 && first && !focusPlace(first.path)) box.current?.focus()
  }, [attempt, store])

  if (!isShown) return null
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.box}>
      <p className={styles.title}>{t('problem.summary', { count: problems.length })}</p>
      <p className={styles.hint}>{t('problem.summaryHint')}</p>
      <ul className={styles.list}>
        {problems.map((problem) => {
          const field = fieldAt(store.model, problem.path)
          const label = placeLabel(store.model, problem.path, t)
          return (
            <li key={problem.path}>
              <a
                href={`#${placeId(problem.path)}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusPlace(problem.path)
                }}
              >
                {t('problem.place', { label, problem: problemText(problem, field, t) })}
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
