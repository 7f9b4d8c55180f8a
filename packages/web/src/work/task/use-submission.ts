import type { HandSignature, OfferedVerb, TaskAction, TaskDocument } from '@canmou/contract'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import { raiseFailure } from '../../api/raise-failure.ts'
import type { Uploads } from '../../records/attachments/use-uploads.ts'
import type { RecordDraft } from '../../records/draft/use-record-draft.ts'
import { besideData, focusPlace } from '../../records/form/place.ts'
import { refuseFields } from '../../records/form/refuse-fields.ts'
import type { Together } from './documents/use-together.ts'
import type { ActMutation } from './queries.ts'

interface Chosen {
  verb: OfferedVerb
  documents?: readonly TaskDocument[]
  /** What is sent once it is confirmed. */
  body: TaskAction
}

const seenOf = (documents: readonly TaskDocument[]): TaskAction => ({
  documents: documents.map(({ id, revision = 0 }) => ({ id, revision })),
})

/** A submission while it is made: checked, confirmed, saved, sent; what stands in its way is said. */
export function useSubmission(
  recordDraft: RecordDraft,
  uploads: Uploads,
  act: ActMutation,
  together: Together | undefined,
) {
  const { t } = useTranslation('task')
  const { store, draft } = recordDraft
  /** Counts the attempts that found something to correct: each leads to the first place anew. */
  const [attempt, setAttempt] = useState(0)
  const [chosen, setChosen] = useState<Chosen>()
  const [hint, setHint] = useState<string>()
  const [isChecking, setChecking] = useState(false)

  // Whoever comes from an attempt to submit all of them sees what is wrong with this one.
  const isAttempted = useRef(together?.isAttempted ?? false)
  useEffect(() => {
    if (isAttempted.current && store.check().length > 0) setAttempt(1)
  }, [store])

  const isSaved = async (): Promise<boolean> => {
    // A save under way would meet a draft that is no draft any more.
    const saved = await draft.saver.flush()
    if (saved.kind !== 'clean') setHint(saved.kind === 'refused' ? saved.message : t('submit.saveFailed'))
    return saved.kind === 'clean'
  }
  const chooseAll = async (verb: OfferedVerb, { reload, shownId }: Together): Promise<void> => {
    setChecking(true)
    try {
      if (!(await isSaved())) return
      const documents = await reload()
      // What only the server finds wrong with the one on the page, it says when it is submitted.
      const isReady = documents.every(({ id, problems }) => problems === 0 || id === shownId)
      if (isReady) setChosen({ verb, documents, body: seenOf(documents) })
    } catch (error) {
      raiseFailure(error)
    } finally {
      setChecking(false)
    }
  }
  const send = async ({ verb, body }: Chosen, signature: HandSignature | undefined): Promise<void> => {
    if (!(await isSaved())) return
    act.mutate(
      {
        verb: verb.verb,
        label: verb.label,
        body: { ...body, ...(signature && { signature }) },
      },
      {
        onSuccess: () => draft.saver.dispose(),
        onError(error) {
          const isOfSeveral = hasCode(error, 'DOCUMENTS_INVALID')
          if (isOfSeveral) void together?.reload().catch(raiseFailure)
          if (!isOfSeveral && !hasCode(error, 'RECORD_INVALID')) return
          refuseFields(
            store,
            error.details.filter(({ document }) => !document || document.id === together?.shownId),
          )
          setAttempt((count) => count + 1)
        },
      },
    )
  }
  return {
    attempt,
    chosen,
    hint,
    isChecking,
    choose(verb: OfferedVerb): void {
      setHint(undefined)
      if (store.check().length > 0) setAttempt(attempt + 1)
      else if (uploads.isBusy) setHint(t('submit.upload'))
      else if (verb.attachment === 'required' && recordDraft.envelope.attachments.length === 0) {
        setHint(t('filesMissing', { verb: verb.label }))
        focusPlace(besideData.attachments)
      } else if (!together) setChosen({ verb, body: recordDraft.content() })
      else if (!isChecking) void chooseAll(verb, together)
    },
    confirm(signature: HandSignature | undefined): void {
      setChosen(undefined)
      if (chosen) void send(chosen, signature)
    },
    cancel: () => setChosen(undefined),
  }
}

export type Submission = ReturnType<typeof useSubmission>
