import type { Actor, Who } from '@canmou/engine'
import { administrators } from './candidates.ts'
import type { LiveTask } from './live-instance.ts'
import { runCommand, type World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'

interface Left {
  /** Somebody who could do the task, by his user name; whatever else names him goes with it. */
  former: string
  /** Who takes it over where the drawing has no rule. */
  to: Who
  by?: Actor
  /** Why nobody is left, as the history says it. */
  code: 'NOBODY_CLEARED' | 'NOBODY_LEFT'
}

/**
 * An open task that nobody may do any more goes the way of a vacant position: by the drawing's rule, else to whoever takes it
 * over, and the history says why (domain.md §3 GOV-3).
 */
export function leaveTask(
  world: World,
  draft: StepDraft,
  { engineTaskId, elementId, positionId }: LiveTask,
  { former, to, by, code }: Left,
): void {
  const isOpen = (): boolean => draft.next.tasks.some((task) => task.engineTaskId === engineTaskId)
  // The one before may have ended this one too.
  if (!isOpen()) return
  const { commandAt: at } = draft
  if (draft.next.definition.process.elements.get(elementId)?.asksHolders)
    runCommand(world, draft, { type: 'holdersKnown', at, taskId: engineTaskId, holders: [] })
  if (isOpen())
    runCommand(world, draft, {
      type: 'handOver',
      at,
      from: former,
      to,
      taskIds: [engineTaskId],
      ...(by && { by }),
    })
  draft.entries.push({ type: 'incident', elementId, code, message: positionId ?? '' })
}

/** Whether somebody who looks after processes is cleared for the instance. */
export const hasClearedAdministrator = ({ directory }: World, { next, at }: StepDraft): boolean =>
  directory.holdersOf(administrators, new Date(at)).some(({ clearance }) => clearance >= next.level)

export const usernameOf = ({ directory }: World, id: string): string => directory.person(id)?.username ?? id
