import type { TogetherAction } from '@canmou/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { refreshWork } from '../verbs/queries.ts'

/** 批量同意; everything that shows the tasks is asked for anew. */
export function useApproveTogether() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: TogetherAction) => answerOf(api.POST('/api/tasks/approve', { body })),
    meta: { ownFailures: true },
    onSettled: () => refreshWork(client),
  })
}
