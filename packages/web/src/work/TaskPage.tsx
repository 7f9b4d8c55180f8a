import type { TaskDetail } from '@canmou/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { lazy, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../api/failure.ts'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Chip } from '../app/Chip.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { useMe } from '../identity/session.ts'
import { stepModel } from '../records/form/step-model.ts'
import { useRecordModel } from '../records/use-record-model.ts'
import { DueDate } from './DueDate.tsx'
import { ClosedTask } from './task/ClosedTask.tsx'
import { DonePanel } from './task/DonePanel.tsx'
import { keepText, keptText } from './task/kept-text.ts'
import { TaskNotices } from './task/TaskNotices.tsx'
import { TaskSurvey } from './task/TaskSurvey.tsx'
import { TaskVerbs } from './verbs/TaskVerbs.tsx'
import { taskQuery, useAct, type ActMutation } from './task/queries.ts'
import { StepTask } from './task/StepTask.tsx'

/** The form is the heaviest part of the web: whoever only decides never loads it. */
const DraftTask = lazy(() =>
  import('./task/DraftTask.tsx').then(({ DraftTask: Part }) => ({ default: Part })),
)

/** One task: the form or the document, and what may be done with it. */
export function TaskPage() {
  const { taskId } = useParams({ from: '/signed-in/tasks/$taskId' })
  return <TaskOf key={taskId} taskId={taskId} />
}

function TaskOf({ taskId }: { taskId: string }) {
  const { t } = useTranslation('task')
  const { data, error, refetch, isFetchedAfterMount } = useQuery({
    ...taskQuery(taskId),
    refetchOnMount: 'always',
  })
  // A draft is never opened from a former visit's copy: it would be edited on an old revision.
  const task = data && (data.mode !== 'form' || isFetchedAfterMount) ? data : undefined
  const act = useAct(taskId)
  if (act.isSuccess) {
    const { verb, label } = act.variables
    const title = verb === 'submit' ? t('done.submitted') : t('done.decided', { decision: label })
    return <DonePanel key="done" result={act.data} title={title} />
  }
  if (task) return <OpenedTask task={task} act={act} />
  if (hasCode(error, 'NOT_FOUND') || hasCode(error, 'TASK_NOT_YOURS')) {
    return (
      <EmptyState heading="h1" title={t('closed.gone')} hint={t('closed.goneHint')}>
        <Link {...paths.box('todo')}>{t('closed.inbox')}</Link>
      </EmptyState>
    )
  }
  return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
}

function OpenedTask({ task, act }: { task: TaskDetail; act: ActMutation }) {
  const { t } = useTranslation('task')
  const { t: tWork } = useTranslation('work')
  const me = useMe()
  const [opinion, setOpinion] = useState(() => keptText(me.id, task.id).opinion ?? '')
  const changeOpinion = (text: string) => {
    setOpinion(text)
    keepText(me.id, task.id, { opinion: text })
  }
  const wasOpen = useRef(task.state === 'open' && task.verbs.length > 0)
  // While my own request is under way the task may already be known as done: by me.
  const isMine = (task.state === 'open' && task.verbs.length > 0) || act.isPending
  return (
    <Page
      title={task.name}
      mark={
        <>
          <span className="tabular">{task.instance.number}</span>
          <LevelChip level={task.instance.level} />
          {task.onBehalfOf && <Chip tone="blue">{tWork('onBehalfOf', { name: task.onBehalfOf.name })}</Chip>}
          {task.state === 'open' && <DueDate task={task} />}
        </>
      }
      actions={<TaskVerbs task={task} act={act} />}
      note={
        <>
          {task.instance.title} · <Link {...paths.instance(task.instanceId)}>{t('openInstance')}</Link>
        </>
      }
    >
      {isMine && <TaskNotices task={task} />}
      {isMine && <TaskSurvey task={task} />}
      {isMine ? (
        <MyTask task={task} act={act} opinion={opinion} changeOpinion={changeOpinion} />
      ) : (
        <ClosedTask task={task} isMeanwhile={wasOpen.current} unsent={opinion} />
      )}
    </Page>
  )
}

interface MyTaskProps {
  task: TaskDetail
  act: ActMutation
  opinion: string
  changeOpinion: (text: string) => void
}

function MyTask(props: MyTaskProps) {
  const { task, act } = props
  const { record } = task
  const isForm = task.mode === 'form' && record !== undefined
  const { model: whole, error, retry } = useRecordModel(isForm ? record.kind : undefined)
  const model = useMemo(() => whole && stepModel(whole, task.fields), [whole, task.fields])
  if (!isForm) return <StepTask {...props} />
  if (!model) return error ? <QueryFailure error={error} retry={retry} /> : <PendingPage />
  return <DraftTask task={task} record={record} model={model} act={act} />
}
