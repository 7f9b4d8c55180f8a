import i18next from 'i18next'
import { announce } from '../notify/announce.ts'
import { isApiFailure } from './failure.ts'
import { sentenceOf } from './query-client.ts'

/** The failure's sentence in the language shown; the server's own where it gave one. */
export function failureText(error: unknown): string {
  return sentenceOf(error, (code) => i18next.t(code, { ns: 'api' }))
}

/** The note under the sentence by which an administrator finds the request, if it is worth one. */
export function failureNote(error: unknown): string | undefined {
  if (!isApiFailure(error) || !error.requestId || error.status < 500) return undefined
  return i18next.t('requestId', { ns: 'api', id: error.requestId })
}

/** Says that something asked for was refused, as a message over the page. */
export function raiseFailure(error: unknown): void {
  announce.refused(failureText(error), failureNote(error))
  // A failure without a code is a bug of the page: it belongs in the console with its stack.
  if (!isApiFailure(error)) console.error(error)
}
