import type { TaskDetail } from '@canmou/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../api/failure.ts'
import { QueryFailure } from '../api/QueryFailure.tsx'
import { Chip } from '../app/Chip.tsx'
import { EmptyState } from '../app/EmptyState.tsx'
import { LevelChip } from '../app/LevelChip.tsx'
import { Page } from '../app/Page.tsx'
import { paths } from '../app/paths.ts'
import { PendingPage } from '../app/PendingPage.tsx'
import { useOnce } from '../app/use-once.ts'
import { useMe } from '../identity/session.ts'
import { stepModel } from '../records/form/step-model.ts'
import { useRecordModel } from '../records/use-record-model.ts'
import { DueDate } from './DueDate.tsx'
import { ClosedTask } from './task/ClosedTask.tsx'
import { DocumentTabs } from './task/documents/DocumentTabs.tsx'
import documentStyles from './task/documents/documents.module.css'
import { useTogether, type Together } from './task/documents/use-together.ts'
import { DonePanel } from './task/DonePanel.tsx'
import { useChanges, type Changes } from './task/use-changes.ts'
import { keepText, keptText } from './task/kept-text.ts'
import { movedSince, seenAfter, seenOf, type Seen, type SeenVersions } from './task/seen.ts'
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
  const { document } = useSearch({ from: '/signed-in/tasks/$taskId' })
  const { data, error, refetch, isFetchedAfterMount, isPlaceholderData } = useQuery({
    ...taskQuery(taskId, document),
    refetchOnMount: 'always',
    staleTime: 0,
    // While another document of the step is on its way, the list of them stays where it is.
    placeholderData: keepPreviousData,
  })
  // A draft is never opened from a former visit's copy: it would be edited on an old revision.
  const isOld = data?.mode === 'form' && !isFetchedAfterMount
  const task = data && (!isOld || data.documents) ? data : undefined
  const act = useAct(taskId)
  if (act.isSuccess) {
    const { verb, label } = act.variables
    const title = verb === 'submit' ? t('done.submitted') : t('done.decided', { decision: label })
    return <DonePanel key="done" result={act.data} title={title} />
  }
  if (task)
    return (
      <OpenedTask
        task={task}
        act={act}
        wanted={document}
        isComing={isOld || (data?.mode === 'form' && isPlaceholderData)}
      />
    )
  if (hasCode(error, 'NOT_FOUND') || hasCode(error, 'TASK_NOT_YOURS')) {
    return (
      <EmptyState heading="h1" title={t('closed.gone')} hint={t('closed.goneHint')}>
        <Link {...paths.box('todo')}>{t('closed.inbox')}</Link>
      </EmptyState>
    )
  }
  return error ? <QueryFailure error={error} retry={() => void refetch()} /> : <PendingPage />
}

interface OpenedTaskProps {
  task: TaskDetail
  act: ActMutation
  /** The document that was asked for, of several. */
  wanted: string | undefined
  /** It is on its way; what else is known of the task is shown meanwhile. */
  isComing: boolean
}

function OpenedTask({ task, act, wanted, isComing }: OpenedTaskProps) {
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
  const isThere = task.documents?.some(({ id }) => id === wanted)
  const shownId = isThere ? wanted : task.record?.id
  const together = useTogether(task, wanted)
  const changes = useChanges(task.id)
  const [versions, setVersions] = useState<SeenVersions>(() => new Map())
  const nowSeen = isComing ? versions : seenAfter(versions, task)
  if (nowSeen !== versions) setVersions(nowSeen)
  const seen = seenOf(task, nowSeen)
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
      actions={<TaskVerbs task={task} act={act} seen={seen} />}
      note={
        <>
          {task.instance.title} · <Link {...paths.instance(task.instanceId)}>{t('openInstance')}</Link>
        </>
      }
    >
      {isMine && <TaskNotices task={task} />}
      {isMine && <TaskSurvey task={task} />}
      {task.documents && wanted !== undefined && !isThere && !isComing && (
        <p role="status" className={documentStyles.notice}>
          {t('documents.gone')}
        </p>
      )}
      {task.documents && (
        <DocumentTabs
          task={task}
          documents={task.documents}
          shownId={shownId}
          moved={movedSince(task, nowSeen)}
          changed={changes.of}
        />
      )}
      {isComing ? (
        <PendingPage />
      ) : isMine ? (
        <Suspense fallback={<PendingPage />}>
          <MyTask
            task={task}
            act={act}
            opinion={opinion}
            changeOpinion={changeOpinion}
            seen={seen}
            changes={changes}
            together={together}
          />
        </Suspense>
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
  seen: Seen
  changes: Changes
  together: Together | undefined
}

/** Shown when all of it is there: what came later would move the buttons, perhaps from under the pointer. */
function MyTask(props: MyTaskProps) {
  const { task, act, together } = props
  const { record, stepForm } = task
  const isForm = task.mode === 'form' && record !== undefined
  const { model: whole, error, retry } = useRecordModel(record?.kind)
  const own = useRecordModel(stepForm?.kind)
  const isThere = useOnce(
    (!record || whole !== undefined || error !== null) &&
      (!stepForm || own.model !== undefined || own.error !== null),
  )
  const model = useMemo(() => whole && stepModel(whole, task.fields), [whole, task.fields])
  if (!isForm) return isThere ? <StepTask {...props} /> : <PendingPage />
  if (!model) return error ? <QueryFailure error={error} retry={retry} /> : <PendingPage />
  return <DraftTask key={record.id} task={task} record={record} model={model} act={act} together={together} />
}
