import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'

export const functionsQuery = queryOptions({
  queryKey: keys.functions,
  queryFn: ({ signal }) => answerOf(api.GET('/api/functions', { signal })),
})

export const focusQuery = (recordId: string) =>
  queryOptions({
    queryKey: keys.focus(recordId),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/records/{id}/focus', { params: { path: { id: recordId } }, signal })),
  })
