import type { Who } from '@canmou/engine'
import { administrators } from './candidates.ts'
import { hasClearedAdministrator, leaveTask, usernameOf } from './left-task.ts'
import type { LiveTask } from './live-instance.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'

/**
 * What follows where a step raised the instance's level: whoever is not cleared for it is not asked any more (the database
 * withdraws the tasks from them in the same statement, 0012), and a task that this leaves to nobody goes the way of a vacant
 * position. Where no 流程管理员 is cleared either, it goes to whoever raised the level: he is, and can pass it on.
 */
export function settleRaisedLevel(world: World, draft: StepDraft): void {
  const { before, next, actorId } = draft
  if (next.level <= before.level) return
  const isCleared = (person: string): boolean =>
    (world.directory.person(person)?.clearance ?? -1) >= next.level
  const left: { task: LiveTask; former: string }[] = []
  next.tasks = next.tasks.map((task) => {
    const candidates = task.candidates.filter(isCleared)
    const [former] = task.candidates
    if (candidates.length === 0 && former !== undefined)
      left.push({ task, former: usernameOf(world, former) })
    return candidates.length === task.candidates.length ? task : { ...task, candidates }
  })
  for (const { task, former } of left)
    leaveTask(world, draft, task, {
      former,
      to: whoTakesOver(world, draft),
      by: { user: actorId === null ? former : usernameOf(world, actorId), roles: ['administrator'] },
      code: 'NOBODY_CLEARED',
    })
}

function whoTakesOver(world: World, draft: StepDraft): Who {
  const { actorId } = draft
  return hasClearedAdministrator(world, draft) || actorId === null
    ? { position: administrators }
    : { user: usernameOf(world, actorId) }
}
