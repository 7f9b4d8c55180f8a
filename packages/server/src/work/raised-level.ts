import type { Who } from '@canmou/engine'
import { administrators } from './candidates.ts'
import type { LiveTask } from './live-instance.ts'
import { runCommand, type World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'

/**
 * What follows where a step raised the instance's level: whoever is not cleared for it is not asked any more (the database
 * withdraws the tasks from them in the same statement, 0012), and a task that this leaves to nobody goes the way of a vacant
 * position: by the drawing's rule, else to the 流程管理员, and the history says why (domain.md §3 GOV-3). Where no 流程管理员 is
 * cleared either, it goes to whoever raised the level: he is, and can pass it on.
 */
export function settleRaisedLevel(world: World, draft: StepDraft): void {
  const { before, next } = draft
  if (next.level <= before.level) return
  const isCleared = (person: string): boolean =>
    (world.directory.person(person)?.clearance ?? -1) >= next.level
  const left: { task: LiveTask; former: string }[] = []
  next.tasks = next.tasks.map((task) => {
    const candidates = task.candidates.filter(isCleared)
    const [former] = task.candidates
    if (candidates.length === 0 && former !== undefined) left.push({ task, former })
    return candidates.length === task.candidates.length ? task : { ...task, candidates }
  })
  for (const { task, former } of left) moveToSomebody(world, draft, task, former)
}

/** `former`: somebody who could do the task; he is not cleared, so whatever else names him goes with it. */
function moveToSomebody(
  world: World,
  draft: StepDraft,
  { engineTaskId, elementId, positionId }: LiveTask,
  former: string,
): void {
  const isOpen = (): boolean => draft.next.tasks.some((task) => task.engineTaskId === engineTaskId)
  // The one before may have ended this one too.
  if (!isOpen()) return
  const { commandAt: at } = draft
  if (draft.next.definition.process.elements.get(elementId)?.asksHolders)
    runCommand(world, draft, { type: 'holdersKnown', at, taskId: engineTaskId, holders: [] })
  if (isOpen()) {
    const from = usernameOf(world, former)
    runCommand(world, draft, {
      type: 'handOver',
      at,
      from,
      to: whoTakesOver(world, draft),
      taskIds: [engineTaskId],
      by: {
        user: draft.actorId === null ? from : usernameOf(world, draft.actorId),
        roles: ['administrator'],
      },
    })
  }
  draft.entries.push({ type: 'incident', elementId, code: 'NOBODY_CLEARED', message: positionId ?? '' })
}

function whoTakesOver(world: World, { next, at, actorId }: StepDraft): Who {
  const isCleared = world.directory
    .holdersOf(administrators, new Date(at))
    .some(({ clearance }) => clearance >= next.level)
  return isCleared || actorId === null ? { position: administrators } : { user: usernameOf(world, actorId) }
}

const usernameOf = ({ directory }: World, id: string): string => directory.person(id)?.username ?? id
