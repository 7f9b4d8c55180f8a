import type { SurveyQuestion, SurveyQuestionResult } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { barsOf } from './question-bars.ts'
import styles from './results.module.css'

interface QuestionResultProps {
  question: SurveyQuestion
  number: number | undefined
  result: SurveyQuestionResult
}

/** One question counted: a bar per value, or the newest texts. */
export function QuestionResult({ question, number, result }: QuestionResultProps) {
  const { t } = useTranslation('surveys')
  return (
    <li className={styles.question}>
      <h3>
        {number !== undefined && <span className={styles.number}>{number}</span>}
        {question.text}
      </h3>
      <p className={styles.note}>
        {t('results.answered', { count: result.answered })}
        {result.average !== undefined &&
          ` · ${t('results.average', { average: result.average, lowest: result.lowest ?? '' })}`}
      </p>
      {question.type === 'text' ? (
        <Texts texts={result.texts ?? []} />
      ) : (
        <Bars question={question} result={result} />
      )}
    </li>
  )
}

function Bars({ question, result }: Omit<QuestionResultProps, 'number'>) {
  const { t } = useTranslation('surveys')
  const isScore = question.type === 'score'
  return (
    <ul className={styles.bars} data-score={isScore || undefined}>
      {barsOf(question, result).map(({ value, count, percent }) => {
        const label = isScore ? t('results.scoreValue', { score: value }) : String(value)
        return (
          <li key={value} aria-label={t('results.bar', { value: label, count, percent })}>
            <span className={styles.value}>{label}</span>
            <span className={styles.track} aria-hidden>
              <span className={styles.fill} style={{ inlineSize: `${percent}%` }} />
            </span>
            <span className={styles.count} aria-hidden>
              {count}
              <small>{percent}%</small>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function Texts({ texts }: { texts: string[] }) {
  const { t } = useTranslation('surveys')
  if (texts.length === 0) return <p className={styles.note}>{t('results.noTexts')}</p>
  return (
    <>
      <p className="visually-hidden">{t('results.texts')}</p>
      <ul className={styles.texts}>
        {texts.map((text, index) => (
          <li key={`${index} ${text}`}>{text}</li>
        ))}
      </ul>
    </>
  )
}
