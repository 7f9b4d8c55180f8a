import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { paths } from '../../app/paths.ts'
import { announce } from '../../notify/announce.ts'

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.processVersions(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/processes/{id}/versions', { params: { path: { id } }, signal })),
  })

export const versionQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: keys.processVersion(id, version),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/processes/{id}/versions/{version}', { params: { path: { id, version } }, signal }),
      ),
  })

/** Proves a drawing that nobody has handed in yet. */
export function useCheck(id: string) {
  return useMutation({
    mutationFn: (xml: string) =>
      answerOf(api.POST('/api/processes/{id}/check', { params: { path: { id } }, body: { xml } })),
    meta: { ownFailures: true },
  })
}

/** Hands a drawing in as the next version or, where a version is named, as that draft's; then shows it. */
export function useHandIn(id: string, version: number | undefined) {
  const { t } = useTranslation('versions')
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: { xml: string; note: string }) =>
      version === undefined
        ? answerOf(api.POST('/api/processes/{id}/versions', { params: { path: { id } }, body }))
        : answerOf(
            api.PUT('/api/processes/{id}/versions/{version}', { params: { path: { id, version } }, body }),
          ),
    meta: { ownFailures: true },
    async onSuccess(made) {
      announce.done(t(version === undefined ? 'submitted' : 'replaced', { version: made.version }))
      await client.invalidateQueries({ queryKey: keys.process(id) })
      await navigate(paths.processVersion(id, made.version))
    },
  })
}

/** Puts a draft before the five managers and goes to the review. */
export function useReview(id: string, version: number) {
  const { t } = useTranslation('versions')
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/processes/{id}/versions/{version}/review', { params: { path: { id, version } } }),
      ),
    async onSuccess({ instanceId }) {
      announce.done(t('reviewStarted'))
      await navigate(paths.instance(instanceId))
      void client.invalidateQueries({ queryKey: keys.process(id) })
      void client.invalidateQueries({ queryKey: keys.tasks })
    },
  })
}
