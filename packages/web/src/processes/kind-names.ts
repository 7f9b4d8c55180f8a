import { queryOptions, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../api/client.ts'
import { keys } from '../api/keys.ts'

const kindsQuery = queryOptions({
  queryKey: keys.kinds,
  queryFn: ({ signal }) => answerOf(api.GET('/api/kinds', { signal })),
  staleTime: 5 * 60_000,
})

/** Names a record kind by its code: MRP → 市场调研策划书; the code itself until the names have come. */
export function useKindNames(): (code: string) => string {
  const { data } = useQuery(kindsQuery)
  const names = new Map(data?.items.map((kind) => [kind.code, kind.name]))
  return (code) => names.get(code) ?? code
}
