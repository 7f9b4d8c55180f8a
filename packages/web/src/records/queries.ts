import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { RecordStatus } from '@canmou/contract'
import { api, answerOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import type { Field } from './form/field-model.ts'

const pageSize = 20
/** Kinds and the organisation change with a release or a reorganisation, not while somebody types. */
const seldom = 5 * 60_000

export interface RecordFilter {
  kind?: string
  status?: RecordStatus
  q?: string
  /** JSON object of field → value. */
  where?: string
}

export const recordListQuery = (filter: RecordFilter) =>
  infiniteQueryOptions({
    queryKey: keys.recordList(filter),
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/records', {
          params: { query: { ...filter, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })

export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: keys.record(id),
    queryFn: ({ signal }) => answerOf(api.GET('/api/records/{id}', { params: { path: { id } }, signal })),
  })

export const recordVersionsQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recordVersions(id),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/records/{id}/versions', { params: { path: { id } }, signal })),
  })

export const kindsQuery = queryOptions({
  queryKey: keys.kinds,
  queryFn: ({ signal }) => answerOf(api.GET('/api/kinds', { signal })),
  staleTime: seldom,
})

export const kindQuery = (code: string) =>
  queryOptions({
    queryKey: keys.kind(code),
    queryFn: ({ signal }) => answerOf(api.GET('/api/kinds/{code}', { params: { path: { code } }, signal })),
    staleTime: seldom,
  })

export interface PeopleFilter {
  q?: string
  position?: string
}

export const peopleQuery = (filter: PeopleFilter) =>
  queryOptions({
    queryKey: keys.people(filter),
    queryFn: ({ signal }) => answerOf(api.GET('/api/people', { params: { query: filter }, signal })),
    staleTime: seldom,
  })

export const departmentsQuery = queryOptions({
  queryKey: keys.departments,
  queryFn: ({ signal }) => answerOf(api.GET('/api/departments', { signal })),
  staleTime: seldom,
})

/** Which records a reference field takes. */
export const recordsOf = ({ recordKind, recordsWhere }: Field): Pick<RecordFilter, 'kind' | 'where'> => ({
  ...(recordKind && { kind: recordKind }),
  ...(recordsWhere && { where: recordsWhere }),
})

/** The few records that a search in a form offers. */
export const recordSearchQuery = (filter: RecordFilter) =>
  queryOptions({
    queryKey: keys.recordList({ ...filter, search: true }),
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/records', { params: { query: { ...filter, limit: 20 } }, signal })),
  })
