import type { SurveySummary } from '@canmou/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { announce } from '../../notify/announce.ts'
import { fieldPointer, type FormStore } from '../../records/form/form-store.ts'
import { answerSheetQuery, surveysOfQuery } from '../../surveys/queries.ts'
import { withAnswers } from './with-answers.ts'

/** The table that a step which collects answers keeps them in (catalogue/README.md, `survey`). */
const table = 'answers'

/** Puts what people answered through links into the table of the step, beside what is typed in there from paper. */
export function TakeAnswers({ instanceId, store }: { instanceId: string; store: FormStore }) {
  const { t } = useTranslation('task')
  const client = useQueryClient()
  const surveys = useQuery(surveysOfQuery({ instanceId }))
  const take = useMutation({
    mutationFn: ({ id }: SurveySummary) => client.fetchQuery({ ...answerSheetQuery(id), staleTime: 0 }),
    onSuccess({ rows }) {
      store.set(fieldPointer(table), withAnswers(store.data()[table], rows))
      announce.done(t('answers.taken', { number: rows.length }))
    },
  })
  const answered = (surveys.data?.items ?? []).filter(({ answerCount }) => answerCount > 0)
  const field = store.model.fields.get(table)
  if (!field || field.isLocked || answered.length === 0) return null
  return (
    <div>
      {answered.map((survey) => (
        <Button
          key={survey.id}
          loading={take.isPending && take.variables.id === survey.id}
          onClick={() => take.mutate(survey)}
        >
          {t('answers.take', { title: survey.title, number: survey.answerCount })}
        </Button>
      ))}
    </div>
  )
}
