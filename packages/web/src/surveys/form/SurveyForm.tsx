import 'survey-core/survey-core.fontless.min.css'
import './survey-form.css'
import { surveyForm, type Locale, type SurveyAnswers, type SurveyDefinition } from '@canmou/contract'
import { useEffect, useMemo, useRef } from 'react'
import { CustomError, Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import styles from './SurveyForm.module.css'
import { formLocaleName } from './load-form-locale.ts'
import { formTheme } from './form-theme.ts'

interface SurveyFormProps {
  definition: SurveyDefinition
  locale: Locale
  /** What the form begins with; later changes are the form's own. */
  initial?: SurveyAnswers
  sendLabel: string
  /** What the server refused, by question id. */
  problems?: Record<string, string>
  change?: (answers: SurveyAnswers) => void
  /** Called with answers that are complete, without those to questions that are not shown. */
  send: (answers: SurveyAnswers) => void
}

/**
 * The questionnaire as SurveyJS draws it, for the respondent, for the colleague who types answers in, and for the designer's
 * preview. The language must have been loaded (`loadFormLocale`).
 */
export function SurveyForm(props: SurveyFormProps) {
  const { definition, locale, initial, sendLabel, problems } = props
  const handlers = useRef(props)
  useEffect(() => {
    handlers.current = props
  })
  const begin = useRef(initial)
  const model = useMemo(() => {
    const made = new Model(surveyForm(definition))
    made.applyTheme(formTheme)
    made.locale = formLocaleName(locale)
    if (begin.current) made.data = begin.current
    made.onValueChanged.add(() => handlers.current.change?.(made.data as SurveyAnswers))
    // The page, not the library, says what became of the answers.
    made.onCompleting.add((_, event) => {
      event.allow = false
      handlers.current.send(shownAnswers(made))
    })
    return made
  }, [definition, locale])
  useEffect(() => {
    model.completeText = sendLabel
  }, [model, sendLabel])
  useEffect(() => {
    for (const [id, text] of Object.entries(problems ?? {}))
      model.getQuestionByName(id)?.addError(new CustomError(text))
    const first = Object.keys(problems ?? {})[0]
    if (first !== undefined) model.getQuestionByName(first)?.focus(true)
  }, [model, problems])
  return (
    <>
      {definition.instruction && <p className={styles.instruction}>{definition.instruction}</p>}
      <Survey model={model} />
    </>
  )
}

function shownAnswers(model: Model): SurveyAnswers {
  const shown = model.getAllQuestions().filter((question) => question.isVisible && !question.isEmpty())
  return Object.fromEntries(shown.map((question) => [question.name, question.value as unknown]))
}
