import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Locale } from '@canmou/contract'
import { api, answerOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { forgetAllText } from '../work/task/kept-text.ts'
import { showLanguage } from '../i18n/language.ts'

/** Who is signed in; fails with `UNAUTHENTICATED` where nobody is. */
export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => answerOf(api.GET('/api/me', { signal })),
  staleTime: 5 * 60_000,
})

/** The person signed in, inside the signed-in part of the web. */
export function useMe() {
  return useSuspenseQuery(meQuery).data
}

/** Sets the language of the pages and, for whoever is signed in, of the server's sentences. */
export function useLanguageChange() {
  const client = useQueryClient()
  return useMutation({
    async mutationFn(locale: Locale) {
      await showLanguage(locale)
      if (!client.getQueryData(keys.me)) return
      const me = await answerOf(api.PATCH('/api/me', { body: { locale } }))
      client.setQueryData(keys.me, me)
      // Names of steps, positions and kinds come from the server in the asker's language.
      await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] })
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/session')),
    onSuccess() {
      forgetAllText()
      client.clear()
    },
  })
}
