import type { InstanceDetail, TaskDetail, TaskSummary } from '@canmou/contract'
import type { Colleague } from './department.ts'

/** The task that somebody has open at a step of an instance. */
export async function openTaskOf(
  { username, ask }: Colleague,
  instanceId: string,
  elementId: string,
): Promise<TaskDetail> {
  const isWanted = (task: TaskSummary) =>
    task.state === 'open' &&
    task.elementId === elementId &&
    task.holders.some((holder) => holder.username === username)
  const { tasks, number } = await ask<InstanceDetail>('GET', `/api/instances/${instanceId}`)
  const found = tasks.find(isWanted)
  if (!found) throw new Error(`${username} has no open ${elementId} in ${number}`)
  return ask('GET', `/api/tasks/${found.id}`)
}

/** Saves the draft as the form would after typing, so that a journey need not type it. */
export async function saveDraft(
  { ask }: Colleague,
  { record }: TaskDetail,
  data: Record<string, unknown>,
): Promise<void> {
  if (!record) throw new Error('The step writes no document')
  await ask('PUT', `/api/records/${record.id}/draft`, { data, revision: record.draftRevision })
}
