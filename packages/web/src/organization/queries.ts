import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Level } from '@canmou/contract'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { hasCode } from '../api/failure.ts'
import { keys } from '../api/keys.ts'
import { announce } from '../notify/announce.ts'

const pageSize = 50

export const organizationQuery = queryOptions({
  queryKey: keys.organizationOverview,
  queryFn: ({ signal }) => answerOf(api.GET('/api/organization', { signal })),
})

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: keys.organizationPerson(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organization/people/{id}', { params: { path: { id } }, signal })),
  })

export const positionQuery = (id: string) =>
  queryOptions({
    queryKey: keys.organizationPosition(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/organization/positions/{id}', { params: { path: { id } }, signal })),
  })

export const openTasksQuery = (subject: 'people' | 'positions', id: string) =>
  queryOptions({
    queryKey: keys.openTasks(subject, id),
    queryFn: ({ signal }) =>
      answerOf(api.GET(`/api/organization/${subject}/{id}/open-tasks`, { params: { path: { id } }, signal })),
  })

/** People of a department, or found by words; those who are disabled too. */
export const peopleListQuery = (filter: { q?: string; department?: string }) =>
  infiniteQueryOptions({
    queryKey: keys.people({ ...filter, list: true }),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/people', {
          params: {
            query: {
              ...filter,
              includeDisabled: true,
              limit: pageSize,
              ...(pageParam && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const changesQuery = infiniteQueryOptions({
  queryKey: keys.organizationChanges,
  queryFn: ({ pageParam, signal }) =>
    answerOf(
      api.GET('/api/organization/changes', {
        params: { query: { limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
})

export const stepHoldersQuery = (id: string, elementId: string, filter: { level: Level; at?: string }) =>
  queryOptions({
    queryKey: keys.stepHolders(id, elementId, filter),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/processes/{id}/steps/{elementId}/holders', {
          params: { path: { id, elementId }, query: filter },
          signal,
        }),
      ),
  })

/**
 * A change of the organisation: the dialog that asked for it shows why it was refused, and all that shows people or
 * positions is asked again. What was changed by somebody else is fetched too, so that the next attempt starts from it.
 */
export function useOrganizationChange<Wish, Answer>(send: (wish: Wish) => Promise<Answer>) {
  const { t } = useTranslation('organization')
  const client = useQueryClient()
  const refresh = (): Promise<unknown> =>
    Promise.all(
      [keys.organization, keys.allPeople, keys.positions, keys.departments, keys.processes, keys.me].map(
        (queryKey) => client.invalidateQueries({ queryKey }),
      ),
    )
  return useMutation({
    mutationFn: send,
    meta: { ownFailures: true },
    async onSuccess() {
      announce.done(t('edit.saved'))
      await refresh()
    },
    onError(error) {
      if (hasCode(error, 'ORGANIZATION_OUTDATED')) void refresh()
    },
  })
}
