import type { OfferedVerb } from '@canmou/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import type { Uploads } from '../../records/attachments/use-uploads.ts'
import type { RecordDraft } from '../../records/draft/use-record-draft.ts'
import { refuseFields } from '../../records/form/refuse-fields.ts'
import type { ActMutation } from './queries.ts'

/** A submission while it is made: checked, confirmed, saved, sent; what stands in its way is said. */
export function useSubmission(recordDraft: RecordDraft, uploads: Uploads, act: ActMutation) {
  const { t } = useTranslation('task')
  const { store, draft } = recordDraft
  /** Counts the attempts that found something to correct: each leads to the first place anew. */
  const [attempt, setAttempt] = useState(0)
  const [chosen, setChosen] = useState<OfferedVerb>()
  const [hint, setHint] = useState<string>()

  const send = async (verb: OfferedVerb): Promise<void> => {
    // A save under way would meet a draft that is no draft any more.
    const saved = await draft.saver.flush()
    if (saved.kind !== 'clean') {
      setHint(saved.kind === 'refused' ? saved.message : t('submit.saveFailed'))
      return
    }
    act.mutate(
      { verb: verb.verb, label: verb.label, body: recordDraft.content() },
      {
        onSuccess: () => draft.saver.dispose(),
        onError(error) {
          if (!hasCode(error, 'RECORD_INVALID')) return
          refuseFields(store, error.details)
          setAttempt((count) => count + 1)
        },
      },
    )
  }
  return {
    attempt,
    chosen,
    hint,
    choose(verb: OfferedVerb): void {
      setHint(undefined)
      if (store.check().length > 0) setAttempt(attempt + 1)
      else if (uploads.isBusy) setHint(t('submit.upload'))
      else setChosen(verb)
    },
    confirm(): void {
      setChosen(undefined)
      if (chosen) void send(chosen)
    },
    cancel: () => setChosen(undefined),
  }
}

export type Submission = ReturnType<typeof useSubmission>
