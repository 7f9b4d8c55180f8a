import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** The accounts of a demo organisation, with their password while it is the published one; empty elsewhere. */
export const demoQuery = queryOptions({
  queryKey: keys.demoAccounts,
  queryFn: ({ signal }) => answerOf(api.GET('/api/session/demo', { signal })),
  staleTime: Infinity,
})
