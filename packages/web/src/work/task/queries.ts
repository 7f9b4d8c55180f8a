import type { TaskAction, TaskVerb } from '@canmou/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { api, answerOf } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useMe } from '../../identity/session.ts'
import { knowTasks } from '../../notify/known-tasks.ts'
import { forgetText } from './kept-text.ts'

/** A task; of several documents the one that is asked for is shown, or the first. */
export const taskQuery = (id: string, document = '') =>
  queryOptions({
    queryKey: keys.taskAt(id, document),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/tasks/{id}', {
          params: { path: { id }, query: document ? { document } : {} },
          signal,
        }),
      ),
  })

export interface Act {
  verb: TaskVerb
  /** The verb as the button called it. */
  label: string
  body: TaskAction
}

type ActOptions = Parameters<ReturnType<typeof useActRequest>['mutate']>[1]

function useActRequest(taskId: string) {
  const me = useMe()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ verb, body }: Act) =>
      answerOf(api.POST('/api/tasks/{id}/{verb}', { params: { path: { id: taskId, verb } }, body })),
    meta: { ownFailures: true },
    onSuccess(done) {
      forgetText(me.id, taskId)
      knowTasks(done.next.map(({ id }) => id))
    },
    onSettled() {
      // A list that nobody looks at would first show the row that was just done.
      client.removeQueries({ queryKey: keys.boxes, type: 'inactive' })
      return Promise.all(
        [keys.tasks, keys.instances, keys.records].map((queryKey) => client.invalidateQueries({ queryKey })),
      )
    },
  })
}

/** Does a task: one request however fast the button is pressed, and everything that it changes is asked for anew. */
export function useAct(taskId: string) {
  const request = useActRequest(taskId)
  // A second press comes before the button could be drawn as disabled.
  const isUnderWay = useRef(false)
  return {
    ...request,
    mutate(act: Act, options: ActOptions = {}): void {
      if (isUnderWay.current) return
      isUnderWay.current = true
      request.mutate(act, {
        ...options,
        onSettled() {
          isUnderWay.current = false
        },
      })
    },
  }
}

export type ActMutation = ReturnType<typeof useAct>
