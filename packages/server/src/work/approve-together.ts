import type { TogetherAction, TogetherDone } from '@canmou/contract'
import type { Actor } from '../http/actor.ts'
import { Failure, presentFailure } from '../http/failure.ts'
import { actOnTask } from './act-on-task.ts'
import { requestKey } from './stored-answer.ts'
import type { Work } from './work.ts'

type Done = TogetherDone['items'][number]

/**
 * 批量同意: approves several tasks, each in a transaction of its own, so that one that is refused (a colleague was faster, its
 * step does not allow it) keeps none of the others. A client that repeats the request with its key is told the same of what
 * was done the first time, and what was not yet done is done: each task has its own key made of it.
 */
export async function approveTogether(
  work: Work,
  actor: Actor,
  { taskIds, opinion }: TogetherAction,
  { key, requestId }: { key: unknown; requestId: string },
): Promise<TogetherDone> {
  const items: Done[] = []
  for (const taskId of taskIds) {
    const request = { verb: 'approve', isTogether: true, ...(opinion && { opinion }) } as const
    const ownKey = typeof key === 'string' && key.trim() !== '' ? `${taskId} ${key.trim()}` : undefined
    try {
      await actOnTask(work, actor, taskId, request, requestKey(ownKey, taskId, request))
      items.push({ taskId })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const { code, message } = presentFailure(error, actor.locale, requestId).body
      items.push({ taskId, refusal: { code: String(code), message: String(message) } })
    }
  }
  return { items }
}
