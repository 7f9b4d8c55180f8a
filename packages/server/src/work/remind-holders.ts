import type { LiveTask } from './live-instance.ts'
import type { StepDraft } from './step-draft.ts'

/** 催办 by the drawing: those who hold these open tasks are reminded; each of the tasks says so (`task-notices.ts`). */
export function remindHolders(
  { next, entries }: StepDraft,
  isMeant: (task: LiveTask) => boolean,
  elementId: string,
): void {
  const tasks = next.tasks.filter(isMeant)
  entries.push({
    type: 'reminderSent',
    elementId,
    taskIds: tasks.map(({ id }) => id),
    people: [...new Set(tasks.flatMap(({ candidates }) => candidates))],
  })
}
