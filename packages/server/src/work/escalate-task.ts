import type { Effect } from '@canmou/engine'
import { administrators, chooseHolders } from './candidates.ts'
import type { Directory } from './directory.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import type { World } from './run-command.ts'
import type { StepDraft } from './step-draft.ts'
import { rulesOfTask } from './task-rules.ts'

/**
 * 逾期升级: whoever the drawing names, or else the superior of each holder, gets the task beside them. Whoever is not cleared
 * for the instance is passed over, and so is, where something is decided, whoever began it: then the next one above is asked,
 * and in the end the 流程管理员.
 */
export function escalateTask(
  { directory }: World,
  draft: StepDraft,
  { taskId, elementId, to }: Extract<Effect, { type: 'escalateTask' }>,
): void {
  const task = draft.next.tasks.find(({ engineTaskId }) => engineTaskId === taskId)
  if (!task) return
  const asked = fitHolders(directory, draft.next, task, draft.now)
  const named = to && asked({ assignee: to.user, group: to.position })
  const found = named ?? superiors(directory, task, asked)
  const people = found.length > 0 ? found : asked({ group: administrators })
  const usernames = (ids: string[]): string[] => ids.flatMap((id) => directory.person(id)?.username ?? [])
  draft.entries.push({
    type: 'escalated',
    elementId,
    taskId: task.id,
    to: usernames(people),
    from: usernames(task.candidates),
  })
  draft.addCandidates(task.id, people)
}

interface Asked {
  assignee?: string | undefined
  group?: string | undefined
}

/** Ids of those who can be given the task beside its holders. */
function fitHolders(
  directory: Directory,
  live: LiveInstance,
  task: LiveTask,
  at: Date,
): (asked: Asked) => string[] {
  const isDecision = !rulesOfTask(live, task).verbs.includes('submit')
  const isFit = (id: string): boolean =>
    !task.candidates.includes(id) && !(isDecision && id === live.starterId)
  return ({ assignee, group }) => {
    const assigned = {
      ...(assignee !== undefined && { assignee }),
      candidateGroups: group === undefined ? [] : [group],
      candidateUsers: [],
    }
    const { chosen, fallback } = chooseHolders(assigned, live.level, directory, at)
    return fallback && group !== administrators ? [] : chosen.map(({ id }) => id).filter(isFit)
  }
}

/** Above each holder the nearest position that somebody fit holds. */
function superiors(directory: Directory, task: LiveTask, asked: (asked: Asked) => string[]): string[] {
  const above = task.candidates.flatMap((id) => {
    const holder = directory.person(id)
    const positions = holder ? directory.superiorsOf(holder) : []
    return positions.map((group) => asked({ group })).find((people) => people.length > 0) ?? []
  })
  return [...new Set(above)]
}
