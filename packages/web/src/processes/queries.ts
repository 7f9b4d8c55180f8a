import type { ProcessSummary } from '@canmou/contract'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { paths } from '../app/paths.ts'
import type { StartEntry } from './start-entries.ts'
import { useMe } from '../identity/session.ts'
import { announce } from '../notify/announce.ts'
import { knowTasks } from '../notify/known-tasks.ts'
import { useTranslation } from 'react-i18next'

export const processesQuery = queryOptions({
  queryKey: keys.processes,
  queryFn: ({ signal }) => answerOf(api.GET('/api/processes', { signal })),
  staleTime: 60_000,
})

export const processQuery = (id: string) =>
  queryOptions({
    queryKey: keys.process(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/processes/{id}', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  })

interface Start {
  process: string
  data?: Record<string, unknown>
}

/** Starts a process, and goes to its first step where that is mine, else to the instance. */
export function useStartRequest({ ownFailures = false } = {}) {
  const { t } = useTranslation('processes')
  const me = useMe()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: Start) => answerOf(api.POST('/api/instances', { body })),
    meta: { ownFailures },
    async onSuccess(instance) {
      knowTasks(instance.tasks.map(({ id }) => id))
      announce.done(t('started', { number: instance.number }))
      const mine = instance.tasks.find(
        (task) => task.state === 'open' && task.holders.some((holder) => holder.id === me.id),
      )
      await navigate(mine ? paths.task(mine.id) : paths.instance(instance.id))
      void client.invalidateQueries({ queryKey: keys.tasks })
    },
  })
}

/** What a button 发起 does: starts the process, or first asks what its start form asks for. */
export function useStart() {
  const navigate = useNavigate()
  const request = useStartRequest()
  return {
    isPending: request.isPending,
    pendingId: request.isPending ? request.variables.process : undefined,
    start({ id, hasStartForm }: Pick<ProcessSummary, 'id' | 'hasStartForm'>): void {
      if (hasStartForm) void navigate(paths.startForm(id))
      else request.mutate({ process: id })
    },
    /** Of the start list; one with several ways asks which. */
    startEntry(entry: StartEntry): void {
      const [only, second] = entry.kind === 'route' ? entry.ways : [{ process: entry.process }]
      if (second) void navigate(paths.startRoute(entry.key))
      else if (only) this.start(only.process)
    },
  }
}
