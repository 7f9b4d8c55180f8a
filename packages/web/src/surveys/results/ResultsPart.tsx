import type { SurveyDetail, SurveyResults } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryFailure } from '../../api/QueryFailure.tsx'
import { EmptyState } from '../../app/EmptyState.tsx'
import { PendingPage } from '../../app/PendingPage.tsx'
import { Sheet } from '../../app/Sheet.tsx'
import { formatDateTime } from '../../i18n/format.ts'
import { questionNumbers } from '../design/questions.ts'
import { resultsQuery } from '../queries.ts'
import { AnswerList } from './AnswerList.tsx'
import { QuestionResult } from './QuestionResult.tsx'
import styles from './results.module.css'

/** 结果: counted by the database, drawn again while answers come in. */
export function ResultsPart({ survey }: { survey: SurveyDetail }) {
  const { t } = useTranslation('surveys')
  const {
    data: results,
    error,
    refetch,
  } = useQuery({
    ...resultsQuery(survey.id),
    enabled: survey.status !== 'draft',
  })
  if (survey.status === 'draft')
    return (
      <Sheet>
        <EmptyState title={t('results.draft')} />
      </Sheet>
    )
  if (!results) return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
  if (results.answerCount === 0)
    return (
      <Sheet>
        <EmptyState title={t('results.none')} hint={t('results.noneHint')} />
      </Sheet>
    )
  const numbers = questionNumbers(survey.definition)
  return (
    <div className={styles.parts}>
      <Totals results={results} />
      <Sheet isFlush title={t('results.questions')}>
        <ol className={styles.questions}>
          {survey.definition.questions.map((question, index) => {
            const result = results.questions.find((one) => one.question === question.id)
            return (
              result && (
                <QuestionResult
                  key={question.id}
                  question={question}
                  number={numbers[index]}
                  result={result}
                />
              )
            )
          })}
        </ol>
      </Sheet>
      <AnswerList survey={survey} count={results.answerCount} />
    </div>
  )
}

function Totals({ results }: { results: SurveyResults }) {
  const { t } = useTranslation('surveys')
  const personal = results.byChannel.find(({ channel }) => channel === 'personalLink')?.count ?? 0
  return (
    <dl className={styles.totals}>
      <div>
        <dt>{t('results.answers')}</dt>
        <dd>{t('count', { count: results.answerCount })}</dd>
      </div>
      <div>
        <dt>{t('results.rate')}</dt>
        <dd>
          {results.responseRate === undefined ? (
            <span className={styles.unknown}>{t('results.rateUnknown')}</span>
          ) : (
            `${results.responseRate}%`
          )}
          {results.invited > 0 && (
            <small className={styles.ofLinks}>
              {t('results.ofLinks', { answered: personal, invited: results.invited })}
            </small>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('results.channels')}</dt>
        <dd className={styles.channels}>
          {results.byChannel.map(({ channel, count }) => (
            <span key={channel}>
              {t(`results.channel.${channel}`)} {count}
            </span>
          ))}
        </dd>
      </div>
      {results.lastAnswerAt && (
        <div>
          <dt>{t('results.lastAt')}</dt>
          <dd className={styles.time}>{formatDateTime(results.lastAnswerAt)}</dd>
        </div>
      )}
    </dl>
  )
}
