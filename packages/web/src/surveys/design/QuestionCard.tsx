import type { SurveyQuestion } from '@canmou/contract'
import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../app/Chip.tsx'
import styles from './design.module.css'
import { QuestionEditor } from './QuestionEditor.tsx'

export interface QuestionCardProps {
  question: SurveyQuestion
  /** What a reader sees; a note has none. */
  number: number | undefined
  questions: SurveyQuestion[]
  index: number
  isOpen: boolean
  problems: string[]
  open: (isOpen: boolean) => void
  change: (question: SurveyQuestion) => void
  move: (by: -1 | 1) => void
  copy: () => void
  remove: () => void
}

/** One question of the designer: a line that says what it asks, or its editor. */
export function QuestionCard(props: QuestionCardProps) {
  const { question, number, questions, index, isOpen, problems, open, move } = props
  const { t } = useTranslation('surveys')
  const type = t(`type.${question.type}`)
  const name = number === undefined ? t('question.note') : t('question.item', { no: number, type })
  const moveByKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }
  const tools = [
    { key: 'up', icon: <ArrowUpOutlined />, act: () => move(-1), isOff: index === 0 },
    { key: 'down', icon: <ArrowDownOutlined />, act: () => move(1), isOff: index === questions.length - 1 },
    { key: 'copy', icon: <CopyOutlined />, act: props.copy, isOff: false },
    { key: 'remove', icon: <DeleteOutlined />, act: props.remove, isOff: false },
  ] as const
  return (
    <li
      className={styles.card}
      data-open={isOpen || undefined}
      aria-label={name}
      onKeyDown={moveByKey}
      title={t('question.keys')}
    >
      <div className={styles.line}>
        <button
          type="button"
          className={styles.summary}
          aria-expanded={isOpen}
          aria-label={t('question.open', { no: index + 1 })}
          onClick={() => open(!isOpen)}
        >
          <span className={styles.number}>{number ?? '·'}</span>
          <span className={styles.words}>
            <span className={question.text.trim() === '' ? styles.untitled : styles.text}>
              {question.text.trim() || t('question.untitled')}
              {question.required && <span className={styles.star}> *</span>}
            </span>
            <span className={styles.facts}>
              <Chip>{type}</Chip>
              <Facts question={question} questions={questions} />
            </span>
          </span>
        </button>
        <div className={styles.tools}>
          {tools.map(({ key, icon, act, isOff }) => (
            <Button
              key={key}
              type="text"
              size="small"
              icon={icon}
              disabled={isOff}
              aria-label={`${t(`question.${key}`)}: ${name}`}
              title={t(`question.${key}`)}
              onClick={act}
            />
          ))}
        </div>
      </div>
      {isOpen && <QuestionEditor {...props} />}
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Facts({ question, questions }: { question: SurveyQuestion; questions: SurveyQuestion[] }) {
  const { t } = useTranslation('surveys')
  const { options, dimension, showIf } = question
  const asked = showIf && questions.find(({ id }) => id === showIf.question)
  return (
    <>
      {options && options.length > 0 && <span>{options.join(' / ')}</span>}
      {dimension && <span>{t(`dimension.${dimension}`)}</span>}
      {showIf && asked && (
        <span>{t('question.shownWhen', { question: asked.text, value: String(showIf.equals) })}</span>
      )}
    </>
  )
}
