import type {
  SurveyCollection,
  SurveyCreation,
  SurveyDetail,
  SurveyInvitationRequest,
  SurveyPurpose,
} from '@canmou/contract'
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'

/** While answers come in, a page asks again this often. */
const liveMs = 5000

export interface SurveyFilter {
  purpose?: SurveyPurpose
  recordId?: string
  instanceId?: string
  q?: string
}

const pathOf = (id: string) => ({ params: { path: { id } } })

export const surveyListQuery = (filter: SurveyFilter) =>
  infiniteQueryOptions({
    queryKey: keys.surveyList(filter),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/surveys', {
          params: { query: { ...filter, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** The surveys of a document or of a process instance, counted live. */
export const surveysOfQuery = (filter: Pick<SurveyFilter, 'recordId' | 'instanceId'>) =>
  queryOptions({
    queryKey: keys.surveyList({ ...filter, panel: true }),
    queryFn: ({ signal }) => answerOf(api.GET('/api/surveys', { params: { query: filter }, signal })),
    refetchInterval: liveMs,
  })

export const surveyQuery = (id: string) =>
  queryOptions({
    queryKey: keys.survey(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/surveys/{id}', { ...pathOf(id), signal })),
  })

/** The answers as rows of the table of answer sheets. */
export const answerSheetQuery = (id: string) =>
  queryOptions({
    queryKey: keys.surveySheet(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/surveys/{id}/sheet', { ...pathOf(id), signal })),
  })

export const invitationsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.surveyInvitations(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/surveys/{id}/invitations', { ...pathOf(id), signal })),
  })

export const resultsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.surveyResults(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/surveys/{id}/results', { ...pathOf(id), signal })),
    refetchInterval: liveMs,
  })

export const responsesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.surveyResponses(id),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/surveys/{id}/responses', {
          params: { path: { id }, query: { ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

/** A change of a survey whose answer is the survey as it is now; lists and numbers are asked for again. */
function useSurveyChange<Input>(change: (input: Input) => Promise<SurveyDetail>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    async onSuccess(survey) {
      await client.invalidateQueries({ queryKey: keys.surveys })
      client.setQueryData(keys.survey(survey.id), survey)
    },
  })
}

export const useCreateSurvey = () =>
  useSurveyChange((body: SurveyCreation) => answerOf(api.POST('/api/surveys', { body })))

export const usePublishSurvey = (id: string) =>
  useSurveyChange((revision: number) =>
    answerOf(api.POST('/api/surveys/{id}/publish', { ...pathOf(id), body: { revision } })),
  )

export const useCorrectSurvey = (id: string) =>
  useSurveyChange(() => answerOf(api.POST('/api/surveys/{id}/versions', pathOf(id))))

export const useCollecting = (id: string) =>
  useSurveyChange((verb: 'close' | 'reopen') =>
    answerOf(
      verb === 'close'
        ? api.POST('/api/surveys/{id}/close', pathOf(id))
        : api.POST('/api/surveys/{id}/reopen', pathOf(id)),
    ),
  )

export const useCollectionChange = (id: string) =>
  useSurveyChange((body: SurveyCollection) =>
    answerOf(api.PATCH('/api/surveys/{id}/collection', { ...pathOf(id), body })),
  )

export function useDiscardSurvey(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/surveys/{id}', pathOf(id))),
    async onSuccess() {
      client.removeQueries({ queryKey: keys.survey(id) })
      await client.invalidateQueries({ queryKey: keys.surveys })
    },
  })
}

export function useInvite(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SurveyInvitationRequest) =>
      answerOf(api.POST('/api/surveys/{id}/invitations', { ...pathOf(id), body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.survey(id) }),
  })
}

export function useWithdrawInvitation(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (invitationId: string) =>
      answerOf(
        api.DELETE('/api/surveys/{id}/invitations/{invitationId}', {
          params: { path: { id, invitationId } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.survey(id) }),
  })
}

/** The customers that a search finds (ORG with the role 客户). */
export const customersQuery = (q: string) =>
  queryOptions({
    queryKey: keys.recordList({ kind: 'ORG', q, where: 'customer' }),
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/records', {
          params: {
            query: { kind: 'ORG', where: JSON.stringify({ roles: 'customer' }), limit: 20, ...(q && { q }) },
          },
          signal,
        }),
      ),
    staleTime: 60_000,
  })
