import type { TaskActionDone, TaskSummary } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import type { LiveTask } from './live-instance.ts'
import { presentInstance, presentPerson, presentTask } from './present.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'

/** What whoever has done a task is answered: how it stands, and what he may do next. */
export function presentAction(
  { directory }: World,
  draft: StepDraft,
  task: LiveTask,
  { id, locale }: Actor,
): TaskActionDone {
  const { next, done, at } = draft
  const finished: TaskSummary = {
    ...presentTask(next, task, directory, locale),
    state: 'done',
    holders: [presentPerson(directory, id)],
    completedAt: at,
    ...(done && { decision: done.decision }),
  }
  return {
    instance: presentInstance(next, directory, locale),
    task: finished,
    next: next.tasks
      .filter(({ candidates }) => candidates.includes(id))
      .map((open) => presentTask(next, open, directory, locale)),
  }
}
