import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { api, answerOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import type { RunList } from './boxes.ts'
import type { RunSearch } from './run-search.ts'

const pageSize = 20

/** One box of 流程中心, or 流程查询, page after page. */
export const boxQuery = (box: RunList, search: RunSearch = {}) =>
  infiniteQueryOptions({
    queryKey: keys.box(box, search),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/tasks', {
          params: {
            query: { box, limit: pageSize, ...search, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const countsQuery = queryOptions({
  queryKey: keys.counts,
  queryFn: ({ signal }) => answerOf(api.GET('/api/tasks/counts', { signal })),
})

/** How much waits for me; undefined until it is known. */
export function useBoxCounts() {
  return useQuery(countsQuery).data
}

export const instanceQuery = (id: string) =>
  queryOptions({
    queryKey: keys.instance(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/instances/{id}', { params: { path: { id } }, signal })),
  })

export const diagramQuery = (id: string) =>
  queryOptions({
    queryKey: keys.diagram(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/instances/{id}/diagram', { params: { path: { id } }, signal })),
  })
