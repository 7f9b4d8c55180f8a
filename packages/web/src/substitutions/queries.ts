import type { SubstitutionRequest } from '@canmou/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export const substitutionsQuery = queryOptions({
  queryKey: keys.substitutions,
  queryFn: ({ signal }) => answerOf(api.GET('/api/substitutions', { signal })),
})

/** Names a substitute; the answer is the list as it is then. */
export function useNaming() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SubstitutionRequest) => answerOf(api.POST('/api/substitutions', { body })),
    meta: { ownFailures: true },
    onSuccess: (list) => client.setQueryData(keys.substitutions, list),
  })
}

export function useEnding(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/substitutions/{id}/end', { params: { path: { id } } })),
    meta: { ownFailures: true },
    onSuccess: (list) => client.setQueryData(keys.substitutions, list),
  })
}
