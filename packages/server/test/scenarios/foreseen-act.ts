import type { ExpectedAfter, ExpectedStep, InstanceDetail, TaskVerb } from '@canmou/contract'
import type { TestApp } from '../app.ts'

/** What a person is told before he does a task, by what is on its form. */
export async function foresee(
  app: TestApp,
  by: string,
  taskId: string,
  verb: TaskVerb,
  payload: object,
): Promise<ExpectedAfter> {
  const url = `/api/tasks/${taskId}/${verb}/expected`
  const answer = await app.as(by)({ method: 'POST', url, payload })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
  return answer.json<ExpectedAfter>()
}

export const stepsAtOnce = ({ steps }: ExpectedAfter): ExpectedStep[] =>
  steps.filter(({ certainty, order }) => certainty !== 'open' && order === 0)

/** What did not come as he was told: other steps, other people, or an end that was none. */
export function untold(
  told: ExpectedAfter,
  before: InstanceDetail['tasks'],
  { tasks, status }: Pick<InstanceDetail, 'tasks' | 'status'>,
): string[] {
  const known = new Set(before.map(({ id }) => id))
  const opened = tasks.filter(({ id, state }) => state === 'open' && !known.has(id))
  const next = stepsAtOnce(told)
  const strangers = opened.flatMap(({ elementId, holders }) => {
    const people = next.find((step) => step.elementId === elementId)?.people ?? []
    return holders.flatMap(({ username }) =>
      people.some((one) => one.username === username) ? [] : `${elementId} went to ${username}`,
    )
  })
  const ids = (of: readonly { elementId: string }[]) =>
    [...new Set(of.map(({ elementId }) => elementId))].sort().join()
  return [
    ...(ids(opened) === ids(next) ? [] : [`told ${ids(next)}, came ${ids(opened)}`]),
    ...strangers,
    ...(told.isLast === (status !== 'running') ? [] : [`told ${String(told.isLast)}, is ${status}`]),
  ]
}
