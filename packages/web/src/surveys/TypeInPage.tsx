import type { SurveyAnswers, SurveyDetail } from '@canmou/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { isApiFailure } from '../api/failure.ts'
import { keys } from '../api/keys.ts'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { failureText } from '../api/raise-failure.ts'
import { EmptyState } from '../app/EmptyState.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { Sheet } from '../app/Sheet.tsx'
import { CustomerSelect, type Customer } from './CustomerSelect.tsx'
import { FormHost } from './form/FormHost.tsx'
import { surveyQuery } from './queries.ts'
import styles from './TypeInPage.module.css'

/** 代为录入: the account manager, at the customer's, in the form that respondents see (domain.md SC-009 009-4). */
export function TypeInPage() {
  const { t } = useTranslation('surveys')
  const { surveyId } = useParams({ from: '/signed-in/surveys/$surveyId/fill' })
  const { data: survey, error, refetch } = useQuery(surveyQuery(surveyId))
  // A new sheet of answers is a new form.
  const [sheet, setSheet] = useState(0)
  return (
    <Page title={t('typeIn.title')} note={survey?.title}>
      {!survey && !error && <PendingPage />}
      {!survey && error && <QueryFailure error={error} retry={() => void refetch()} />}
      {survey && !survey.can.collect && (
        <EmptyState title={t('typeIn.closed')}>
          <Link {...paths.survey(survey.id)}>{t('typeIn.back')}</Link>
        </EmptyState>
      )}
      {survey?.can.collect && (
        <TypeIn key={sheet} survey={survey} begin={() => setSheet((number) => number + 1)} />
      )}
    </Page>
  )
}

function TypeIn({ survey, begin }: { survey: SurveyDetail; begin: () => void }) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const client = useQueryClient()
  const [customers, setCustomers] = useState<Customer[]>([])
  const [respondent, setRespondent] = useState('')
  const [isWrong, setWrong] = useState(false)
  const needsCustomer = survey.purpose === 'satisfaction'
  const send = useMutation({
    mutationFn: (answers: SurveyAnswers) =>
      answerOf(
        api.POST('/api/surveys/{id}/responses', {
          params: { path: { id: survey.id } },
          body: {
            answers,
            ...(customers[0] && { customerId: customers[0].value }),
            ...(respondent.trim() !== '' && { respondent }),
          },
        }),
      ),
    meta: { ownFailures: true },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.surveys }),
  })
  const problems = useMemo(() => problemsOf(send.error), [send.error])
  const save = (answers: SurveyAnswers): void => {
    const lacksCustomer = needsCustomer && customers.length === 0
    setWrong(lacksCustomer)
    if (lacksCustomer) document.getElementById(`${id}-customer`)?.focus()
    else if (!send.isPending) send.mutate(answers)
  }
  if (send.isSuccess)
    return (
      <Sheet>
        <EmptyState title={t('typeIn.done')}>
          <Button type="primary" onClick={begin}>
            {t('typeIn.another')}
          </Button>
          <Link {...paths.survey(survey.id)}>{t('typeIn.back')}</Link>
        </EmptyState>
      </Sheet>
    )
  return (
    <div className={styles.parts}>
      <Sheet>
        <div className={styles.who}>
          <div className={styles.field}>
            <label htmlFor={`${id}-customer`}>
              {t('typeIn.customer')}
              {needsCustomer && <span className={styles.star}> *</span>}
            </label>
            <CustomerSelect
              id={`${id}-customer`}
              mode="single"
              value={customers}
              isWrong={isWrong}
              change={(chosen) => {
                setCustomers(chosen)
                setWrong(false)
              }}
            />
            {isWrong && (
              <p role="alert" className={styles.wrong}>
                {t('typeIn.customerRequired')}
              </p>
            )}
          </div>
          <div className={styles.field}>
            <label htmlFor={`${id}-respondent`}>{t('typeIn.respondent')}</label>
            <Input
              id={`${id}-respondent`}
              value={respondent}
              maxLength={200}
              onChange={(event) => setRespondent(event.target.value)}
            />
          </div>
        </div>
      </Sheet>
      <Sheet>
        <FormHost
          definition={survey.definition}
          sendLabel={send.isPending ? t('typeIn.sending') : t('typeIn.send')}
          problems={problems}
          send={save}
        />
      </Sheet>
      {send.error && (
        <p role="alert" className={styles.wrong}>
          {failureText(send.error)}
        </p>
      )}
    </div>
  )
}

function problemsOf(error: unknown): Record<string, string> {
  if (!isApiFailure(error) || error.details.length === 0) return {}
  return Object.fromEntries(error.details.map(({ path, message }) => [path.slice(1), message]))
}
