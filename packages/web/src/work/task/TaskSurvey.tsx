import type { TaskDetail } from '@canmou/contract'
import { lazy, Suspense } from 'react'
import type { SurveyPanelKind } from '../../surveys/panel/SurveyPanel.tsx'

const SurveyPanel = lazy(() =>
  import('../../surveys/panel/SurveyPanel.tsx').then(({ SurveyPanel: Part }) => ({ default: Part })),
)

const kinds: readonly string[] = ['MRQ', 'TRS', 'TSM', 'SSF', 'SRP'] satisfies SurveyPanelKind[]
const isSurveyKind = (kind: string | undefined): kind is SurveyPanelKind =>
  kind !== undefined && kinds.includes(kind)

/** The questionnaires of the process, at the steps that design them, collect their answers or sum them up. */
export function TaskSurvey({ task }: { task: TaskDetail }) {
  const kind = task.survey ?? task.record?.kind
  if (!isSurveyKind(kind)) return null
  return (
    <Suspense>
      <SurveyPanel instanceId={task.instanceId} kind={kind} newTitle={task.instance.title} />
    </Suspense>
  )
}
