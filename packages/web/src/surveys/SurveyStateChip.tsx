import type { SurveySummary } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { Chip, type ChipTone } from '../app/Chip.tsx'
import { surveyState, type SurveyState } from './survey-state.ts'

const tones: Record<SurveyState, ChipTone> = {
  draft: 'amber',
  open: 'green',
  full: 'blue',
  ended: 'plain',
  closed: 'plain',
}

export function SurveyStateChip({ survey }: { survey: SurveySummary }) {
  const { t } = useTranslation('surveys')
  const state = surveyState(survey)
  return <Chip tone={tones[state]}>{t(`state.${state}`)}</Chip>
}

/** `12 份`, or `12 / 50 份` where there is a quota. */
export function AnswerCount({ survey }: { survey: Pick<SurveySummary, 'answerCount' | 'quota'> }) {
  const { t } = useTranslation('surveys')
  return (
    <span className="tabular">
      {survey.quota === undefined
        ? t('count', { count: survey.answerCount })
        : t('countOfQuota', { count: survey.answerCount, quota: survey.quota })}
    </span>
  )
}
