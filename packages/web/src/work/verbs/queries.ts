import type { InstanceAction, InstanceVerb, OfferedVerb, TaskAction, TaskVerb } from '@canmou/contract'
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

/** What else can be done with a task; asked when the menu is opened, for it depends on what others do. */
export const taskOffersQuery = (id: string) =>
  queryOptions({
    queryKey: keys.taskVerbs(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/tasks/{id}/verbs', { params: { path: { id } }, signal })),
  })

export const instanceOffersQuery = (id: string) =>
  queryOptions({
    queryKey: keys.instanceVerbs(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/instances/{id}/verbs', { params: { path: { id } }, signal })),
  })

export const verbRulesQuery = queryOptions({
  queryKey: keys.verbRules,
  queryFn: ({ signal }) => answerOf(api.GET('/api/verb-rules', { signal })),
})

export const expectedQuery = (id: string) =>
  queryOptions({
    queryKey: keys.expected(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/instances/{id}/expected', { params: { path: { id } }, signal })),
  })

/** By what the start form has so far: asked by POST, for it may be as large as a form. */
export const expectedStartQuery = (process: string, data: object) =>
  queryOptions({
    queryKey: keys.expectedStart(process, data),
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/processes/{id}/expected', {
          params: { path: { id: process } },
          body: { data: { ...data } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** By what is on the task's form now, saved or not; asked anew each time, for others act meanwhile. */
export const expectedAfterQuery = (id: string, verb: OfferedVerb['verb'], body: TaskAction) =>
  queryOptions({
    queryKey: keys.expectedAfter(id, verb, body),
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/tasks/{id}/{verb}/expected', { params: { path: { id, verb } }, body, signal })),
    staleTime: 0,
    gcTime: 0,
  })

/**
 * Does something with a task of a list; everything that shows it is asked for anew. `tellDone` is called first: by then the
 * row, and whatever stands in it, may be gone.
 */
export function useTaskVerb(id: string, tellDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ verb, body }: { verb: TaskVerb; body: TaskAction }) =>
      answerOf(api.POST('/api/tasks/{id}/{verb}', { params: { path: { id, verb } }, body })),
    meta: { ownFailures: true },
    onSuccess: tellDone,
    onSettled: () => refreshWork(client),
  })
}

/** Does something with an instance as a whole; everything that shows it is asked for anew. */
export function useInstanceVerb(id: string, tellDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ verb, body }: { verb: InstanceVerb; body: InstanceAction }) =>
      answerOf(api.POST('/api/instances/{id}/{verb}', { params: { path: { id, verb } }, body })),
    meta: { ownFailures: true },
    onSuccess: tellDone,
    onSettled: () => refreshWork(client),
  })
}

/** Everything that shows a task, or what became of it, is asked for anew. */
export const refreshWork = (client: QueryClient): Promise<unknown> =>
  Promise.all(
    [keys.tasks, keys.instances, keys.records].map((queryKey) => client.invalidateQueries({ queryKey })),
  )
