import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { hasCode, isApiFailure } from './failure.ts'

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The page shows this mutation's failures itself, beside the form; no message is raised for them. */
      ownFailures?: boolean
    }
  }
}

interface Reactions {
  /** The session is gone: show the sign-in page, and come back afterwards. */
  signedOut: () => void
  /** Something that was asked for was refused, and no page shows why. */
  refused: (error: unknown) => void
}

/**
 * The one place where failures end that no page handles. A query's failure is drawn by the page that asked
 * (`QueryFailure`); a mutation's is raised as a message unless the mutation says `meta: { ownFailures: true }`.
 */
export function createQueryClient(reactions: Reactions): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError(error) {
        if (hasCode(error, 'UNAUTHENTICATED')) reactions.signedOut()
      },
    }),
    mutationCache: new MutationCache({
      onError(error, _variables, _result, mutation) {
        if (hasCode(error, 'UNAUTHENTICATED')) reactions.signedOut()
        else if (!mutation.meta?.ownFailures) reactions.refused(error)
      },
    }),
    defaultOptions: {
      // The client repeats what may be repeated; a query repeated on top of that would only make the page wait.
      queries: { networkMode: 'always', retry: false, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** The sentence for a person: the server's own, in the language of the asker; else `fallback(code)`. */
export function sentenceOf(error: unknown, fallback: (code: 'OFFLINE' | 'UNEXPECTED') => string): string {
  if (!isApiFailure(error)) return fallback('UNEXPECTED')
  if (error.code === 'OFFLINE') return fallback('OFFLINE')
  if (error.code === 'ANSWER_UNREADABLE') return fallback(error.status >= 502 ? 'OFFLINE' : 'UNEXPECTED')
  return error.message
}
