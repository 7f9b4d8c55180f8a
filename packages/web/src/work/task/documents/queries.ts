import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, answerOf } from '../../../api/client.ts'
import { keys } from '../../../api/keys.ts'

/** 再加一份: one more document at the step. */
export function useAddDocument(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/tasks/{id}/documents', { params: { path: { id: taskId } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.task(taskId) }),
  })
}

/** Gives a document up that was never submitted. */
export function useRemoveDocument(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (recordId: string) =>
      answerOf(
        api.DELETE('/api/tasks/{id}/documents/{recordId}', { params: { path: { id: taskId, recordId } } }),
      ),
    onSettled: () =>
      Promise.all(
        [keys.task(taskId), keys.records, keys.instances].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      ),
  })
}
