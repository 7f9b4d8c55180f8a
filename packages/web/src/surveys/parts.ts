import type { SurveyPurpose } from '@canmou/contract'

/** The stages of a survey, in the words of the handbook: 设计, 发布, 收集, 结果. */
export const surveyParts = ['design', 'publish', 'collect', 'results'] as const
export type SurveyPart = (typeof surveyParts)[number]

export const isSurveyPart = (value: unknown): value is SurveyPart =>
  surveyParts.some((part) => part === value)

export const surveyPurposes = ['research', 'training', 'satisfaction'] as const satisfies SurveyPurpose[]

export const isSurveyPurpose = (value: unknown): value is SurveyPurpose =>
  surveyPurposes.some((purpose) => purpose === value)
