import {
  mostQuestions,
  surveyProblems,
  surveyRules,
  type SurveyDefinition,
  type SurveyQuestion,
} from '@canmou/contract'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '../../app/Sheet.tsx'
import { currentLocale } from '../../i18n/language.ts'
import styles from './design.module.css'
import { QuestionCard } from './QuestionCard.tsx'
import {
  changeQuestion,
  copyQuestion,
  moveQuestion,
  newQuestion,
  questionNumbers,
  questionTypes,
  removeQuestion,
} from './questions.ts'

interface QuestionListProps {
  definition: SurveyDefinition
  change: (definition: SurveyDefinition) => void
}

/** The questions in order, one of them open for editing, and the types that can be added. */
export function QuestionList({ definition, change }: QuestionListProps) {
  const { t } = useTranslation('surveys')
  const [openId, setOpenId] = useState<string>()
  const [said, setSaid] = useState('')
  const { questions } = definition
  const numbers = questionNumbers(definition)
  const problems = surveyProblems(definition)
  const changeAll = (next: SurveyQuestion[]): void => change({ ...definition, questions: next })

  const add = (type: SurveyQuestion['type']): void => {
    const question = newQuestion(type, questions)
    changeAll([...questions, question])
    setOpenId(question.id)
  }
  const move = (index: number, by: -1 | 1): void => {
    const next = moveQuestion(questions, index, by)
    if (next === questions) return
    // The card's element moves in the page, and a moved element loses the focus.
    const { activeElement } = document
    changeAll(next)
    setSaid(t('question.moved', { no: index + by + 1 }))
    requestAnimationFrame(() => activeElement instanceof HTMLElement && activeElement.focus())
  }
  return (
    <Sheet isFlush title={t('design.questions')}>
      {questions.length === 0 && <p className={styles.empty}>{t('design.empty')}</p>}
      <ol className={styles.questions}>
        {questions.map((question, index) => (
          <QuestionCard
            key={question.id}
            question={question}
            number={numbers[index]}
            questions={questions}
            index={index}
            isOpen={question.id === openId}
            problems={problems
              .filter(({ path }) => path.startsWith(`/questions/${index}/`))
              .map(({ rule }) => surveyRules[rule][currentLocale()])}
            open={(isOpen) => setOpenId(isOpen ? question.id : undefined)}
            change={(next) => changeAll(changeQuestion(questions, next))}
            move={(by) => move(index, by)}
            copy={() => changeAll(copyQuestion(questions, index))}
            remove={() => changeAll(removeQuestion(questions, question.id))}
          />
        ))}
      </ol>
      <div role="group" aria-label={t('design.add')} className={styles.adders}>
        <span aria-hidden>{t('design.add')}</span>
        {questionTypes.map((type) => (
          <Button
            key={type}
            icon={<PlusOutlined aria-hidden />}
            disabled={questions.length >= mostQuestions}
            autoInsertSpace={false}
            onClick={() => add(type)}
          >
            {t(`type.${type}`)}
          </Button>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
    </Sheet>
  )
}
