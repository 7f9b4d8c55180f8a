import type { TaskActionDone, TaskSummary } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import type { LiveTask } from './live-instance.ts'
import { presentInstance, presentPerson, presentTask } from './present.ts'
import { rulesOfTask, verbLabel } from './task-rules.ts'
import type { World } from './run-command.ts'
import { holdingOf, presentStandIns, whereOf } from './standing-in.ts'
import type { StepDraft } from './step-draft.ts'

/** What whoever has done a task is answered: how it stands, and what he may do next. */
export function presentAction(
  { directory }: World,
  draft: StepDraft,
  task: LiveTask,
  { id, locale }: Actor,
): TaskActionDone {
  const { next, done, now, at } = draft
  const where = whereOf(next)
  const known = presentTask(next, task, directory, locale)
  const isOpen = next.tasks.some((one) => one.id === task.id)
  const isMine = done?.id === task.id
  const shown: TaskSummary = isOpen
    ? known
    : {
        ...known,
        state: isMine ? 'done' : 'cancelled',
        holders: isMine ? [presentPerson(directory, id)] : [],
        completedAt: at,
        ...(isMine &&
          done.onBehalfOf !== undefined && { onBehalfOf: presentPerson(directory, done.onBehalfOf) }),
        ...(isMine && {
          decision: done.decision,
          decisionLabel: verbLabel(rulesOfTask(next, task), done.decision, locale),
        }),
      }
  return {
    instance: presentInstance(next, directory, locale),
    task: shown,
    next: next.tasks
      .filter(({ candidates }) => holdingOf(directory, where, candidates, id, now))
      .map((open) => ({
        ...presentTask(next, open, directory, locale),
        ...presentStandIns(directory, where, open.candidates, id, now),
      })),
  }
}
