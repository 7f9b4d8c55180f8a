import type { DraftSave } from '@canmou/contract'
import { api, answerOf } from '../../api/client.ts'
import { hasCode, isApiFailure } from '../../api/failure.ts'
import { failureText } from '../../api/raise-failure.ts'
import type { SaveResult } from './draft-saver.ts'

export type DraftContent = Omit<DraftSave, 'revision'>

const noAnswer = new Set(['OFFLINE', 'ANSWER_UNREADABLE', 'INTERNAL', 'TOO_MANY_ATTEMPTS'])

/** Sends one save of a draft; every outcome is an answer, never an exception. */
export async function saveDraft(
  recordId: string,
  draft: DraftContent,
  revision: number,
  isLast: boolean,
): Promise<SaveResult> {
  try {
    const saved = await answerOf(
      api.PUT('/api/records/{id}/draft', {
        params: { path: { id: recordId } },
        body: { ...draft, revision },
        // The page is going: the browser finishes this request without it.
        keepalive: isLast,
      }),
    )
    return { ok: true, revision: saved.revision, savedAt: saved.savedAt }
  } catch (error) {
    if (hasCode(error, 'DRAFT_OUTDATED')) return { ok: false, failure: 'outdated' }
    if (hasCode(error, 'UNAUTHENTICATED')) return { ok: false, failure: 'signedOut' }
    if (!isApiFailure(error) || noAnswer.has(error.code)) return { ok: false, failure: 'network' }
    return { ok: false, failure: 'refused', code: error.code, message: failureText(error) }
  }
}
