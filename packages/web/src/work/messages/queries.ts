import { infiniteQueryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

const pageSize = 30

export const expiredMessagesQuery = infiniteQueryOptions({
  queryKey: keys.expiredMessages,
  queryFn: ({ pageParam, signal }) =>
    answerOf(
      api.GET('/api/messages/expired', {
        params: { query: { limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})
