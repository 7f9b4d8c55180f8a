import { valuesOf } from '@canmou/contract'
import { Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './design.module.css'
import type { QuestionCardProps } from './QuestionCard.tsx'
import { conditionChoices } from './questions.ts'

type ConditionFieldProps = Pick<QuestionCardProps, 'question' | 'questions' | 'index' | 'change'>

/** 显示条件: always, or when an earlier choice or score has one certain answer. */
export function ConditionField({ question, questions, index, change }: ConditionFieldProps) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const choices = conditionChoices(questions, index)
  if (choices.length === 0 && !question.showIf) return null
  const { showIf } = question
  const asked = choices.find((choice) => choice.id === showIf?.question)
  const values = asked ? valuesOf(asked) : []
  const choose = (chosen: string): void => {
    const { showIf: _, ...rest } = question
    const first = choices.find((choice) => choice.id === chosen)
    const value = first && valuesOf(first)[0]
    change(first ? { ...rest, showIf: { question: chosen, equals: value ?? '' } } : rest)
  }
  return (
    <div className={styles.wide}>
      <label htmlFor={id}>{t('question.condition')}</label>
      <div className={styles.condition}>
        {asked && <span>{t('question.when')}</span>}
        <Select
          id={id}
          value={showIf?.question ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('question.always') },
            ...choices.map((choice) => ({
              value: choice.id,
              label: choice.text.trim() || t('question.untitled'),
            })),
          ]}
          onChange={choose}
        />
        {asked && (
          <>
            <span>{t(asked.type === 'score' ? 'question.scoreIs' : 'question.is')}</span>
            <Select
              aria-label={t('question.conditionValue')}
              value={showIf?.equals ?? null}
              popupMatchSelectWidth={false}
              options={values.map((value) => ({ value, label: String(value) }))}
              onChange={(equals) => change({ ...question, showIf: { question: asked.id, equals } })}
            />
          </>
        )}
      </div>
    </div>
  )
}
