import type { SurveyDetail, SurveyResponse } from '@canmou/contract'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { keys } from '../../api/keys.ts'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { PendingPage } from '../../app/PendingPage.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { responsesQuery } from '../queries.ts'
import styles from './results.module.css'

/** Every sheet of answers, the newest first; asked for again when the count of them changes. */
export function AnswerList({ survey, count }: { survey: SurveyDetail; count: number }) {
  const { t } = useTranslation('surveys')
  const { t: tApp } = useTranslation('app')
  const client = useQueryClient()
  const source = useInfiniteQuery(responsesQuery(survey.id))
  useEffect(() => {
    void client.invalidateQueries({ queryKey: keys.surveyResponses(survey.id) })
  }, [client, survey.id, count])
  const responses = source.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Sheet isFlush title={t('results.list')}>
      {!source.data && !source.error && <PendingPage />}
      {!source.data && source.error && (
        <QueryFailure error={source.error} retry={() => void source.refetch()} />
      )}
      <ul>
        {responses.map((response, index) => (
          <Answers key={response.id} survey={survey} response={response} number={count - index} />
        ))}
      </ul>
      {source.hasNextPage && (
        <div className={styles.more}>
          <Button loading={source.isFetchingNextPage} onClick={() => void source.fetchNextPage()}>
            {tApp('loadMore')}
          </Button>
        </div>
      )}
    </Sheet>
  )
}

interface AnswersProps {
  survey: SurveyDetail
  response: SurveyResponse
  /** Which one it was in the order of arrival. */
  number: number
}

function Answers({ survey, response, number }: AnswersProps) {
  const { t } = useTranslation('surveys')
  const { t: tApp } = useTranslation('app')
  const who = [response.customerName, response.respondent].filter(Boolean)
  const shown = survey.definition.questions.filter(({ id }) => response.answers[id] !== undefined)
  const words = (value: unknown): string =>
    Array.isArray(value) ? value.join(tApp('separator')) : String(value)
  return (
    <li className={styles.answers}>
      <details>
        <summary>
          <span className={`${styles.note} tabular`}>{t('results.sheetNo', { no: number })}</span>
          <span className={styles.who}>{who.length > 0 ? who.join(' · ') : t('results.anonymous')}</span>
          <span className={styles.note}>
            {t(`results.channel.${response.channel}`)}
            {response.collectedBy && ` · ${response.collectedBy.name}`}
          </span>
          <span className={`${styles.note} tabular`}>{formatDateTime(response.submittedAt)}</span>
        </summary>
        <dl className={styles.sheet}>
          {shown.map(({ id, text }) => (
            <div key={id}>
              <dt>{text}</dt>
              <dd>{words(response.answers[id])}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}
