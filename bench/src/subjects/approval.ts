/**
 * The approval process that every subject carries: draft → review → gateway → general manager → four-way joint
 * signature. One refusal at the first review makes nine human actions.
 */
export interface HumanAction {
  step: 'draft' | 'review' | 'generalManager' | 'sign'
  decision?: 'approve' | 'reject'
}

export const nineActions: HumanAction[] = [
  { step: 'draft' },
  { step: 'review', decision: 'reject' },
  { step: 'draft' },
  { step: 'review', decision: 'approve' },
  { step: 'generalManager', decision: 'approve' },
  { step: 'sign', decision: 'approve' },
  { step: 'sign', decision: 'approve' },
  { step: 'sign', decision: 'approve' },
  { step: 'sign', decision: 'approve' },
]
