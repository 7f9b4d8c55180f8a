import { isChoice, mostOptions, topOf, type SurveyDimension } from '@canmou/contract'
import { Button, Input, Select, Switch } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionField } from './ConditionField.tsx'
import styles from './design.module.css'
import type { QuestionCardProps } from './QuestionCard.tsx'
import { asType, optionsOf, questionTypes, tidyOptions } from './questions.ts'

/** Everything that can be said about one question. */
export function QuestionEditor({ question, questions, index, change, open }: QuestionCardProps) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const isNote = question.type === 'note'
  return (
    <div className={styles.editor}>
      <Field id={`${id}-text`} label={t(isNote ? 'question.noteText' : 'question.text')} isWide>
        <Input.TextArea
          id={`${id}-text`}
          autoFocus
          value={question.text}
          maxLength={2000}
          autoSize={{ minRows: 1, maxRows: 6 }}
          onChange={(event) => change({ ...question, text: event.target.value })}
        />
      </Field>
      <Field id={`${id}-type`} label={t('question.type')}>
        <Select
          id={`${id}-type`}
          value={question.type}
          options={questionTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          onChange={(type) => change(asType(question, type))}
        />
      </Field>
      {!isNote && (
        <Field id={`${id}-required`} label={t('question.required')}>
          <Switch
            id={`${id}-required`}
            checked={question.required}
            onChange={(required) => change({ ...question, required })}
          />
        </Field>
      )}
      {isChoice(question) && <OptionLines question={question} change={change} />}
      {question.type === 'text' && (
        <Field id={`${id}-long`} label={t('question.isLong')}>
          <Switch
            id={`${id}-long`}
            checked={question.isLong ?? false}
            onChange={(isLong) => change({ ...question, isLong })}
          />
        </Field>
      )}
      {question.type === 'score' && <ScoreFields question={question} change={change} />}
      <ConditionField question={question} questions={questions} index={index} change={change} />
      <div className={styles.wide}>
        <Button size="small" onClick={() => open(false)}>
          {t('question.close')}
        </Button>
      </div>
    </div>
  )
}

interface FieldProps {
  id: string
  label: string
  hint?: string
  isWide?: boolean
  children: ReactNode
}

export function Field({ id, label, hint, isWide = false, children }: FieldProps) {
  return (
    <div className={isWide ? styles.wide : styles.field}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}

type Part = Pick<QuestionCardProps, 'question' | 'change'>

function OptionLines({ question, change }: Part) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const options = question.options ?? []
  return (
    <Field id={id} label={t('question.options')} hint={t('question.optionsHint')} isWide>
      <Input.TextArea
        id={id}
        value={options.join('\n')}
        autoSize={{ minRows: 3, maxRows: 12 }}
        onChange={(event) =>
          change({
            ...question,
            options: optionsOf(event.target.value)
              .slice(0, mostOptions)
              .map((option) => option.slice(0, 200)),
          })
        }
        onBlur={() => {
          const tidy = tidyOptions(options)
          if (tidy.join('\n') !== options.join('\n')) change({ ...question, options: tidy })
        }}
      />
    </Field>
  )
}

const dimensions: SurveyDimension[] = [
  'quality',
  'delivery',
  'service',
  'price',
  'overall',
  'satisfaction',
  'content',
  'trainer',
  'organization',
]

function ScoreFields({ question, change }: Part) {
  const { t } = useTranslation('surveys')
  const id = useId()
  const changeLabel = (name: 'lowLabel' | 'highLabel', text: string): void => {
    const { [name]: _, ...rest } = question
    change(text === '' ? rest : { ...rest, [name]: text })
  }
  const changeDimension = (dimension: SurveyDimension | ''): void => {
    const { dimension: _, ...rest } = question
    change(dimension === '' ? rest : { ...rest, dimension })
  }
  return (
    <>
      <Field id={`${id}-top`} label={t('question.top')}>
        <Select
          id={`${id}-top`}
          value={topOf(question)}
          options={[3, 5, 7, 10].map((top) => ({ value: top, label: t('question.topOf', { top }) }))}
          onChange={(top) => change({ ...question, top })}
        />
      </Field>
      <Field id={`${id}-dimension`} label={t('question.dimension')}>
        <Select
          id={`${id}-dimension`}
          value={question.dimension ?? ''}
          options={[
            { value: '' as const, label: t('question.noDimension') },
            ...dimensions.map((value) => ({ value, label: t(`dimension.${value}`) })),
          ]}
          onChange={changeDimension}
        />
      </Field>
      {(['lowLabel', 'highLabel'] as const).map((name) => (
        <Field key={name} id={`${id}-${name}`} label={t(`question.${name}`)}>
          <Input
            id={`${id}-${name}`}
            value={question[name] ?? ''}
            maxLength={20}
            onChange={(event) => changeLabel(name, event.target.value)}
          />
        </Field>
      ))}
    </>
  )
}
