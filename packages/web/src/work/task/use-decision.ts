import type { HandSignature, OfferedVerb } from '@canmou/contract'
import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode, isApiFailure, type ApiFailure } from '../../api/failure.ts'
import type { FilledForm } from './filled-form.ts'
import { opinionId } from './OpinionBox.tsx'
import type { ActMutation } from './queries.ts'
import { withChanges, type Seen } from './seen.ts'
import type { Changes } from './use-changes.ts'
import { filesProblem, type OpinionFiles } from './use-opinion-files.ts'

interface Decided {
  /** What is decided on. */
  seen: Seen
  /** What is changed in it. */
  changes: Changes['of']
  /** What is changed in the fields makes the document's next version: only an approval does. */
  isAmended: boolean
  files: OpinionFiles
}

export const filesId = 'task-files'

/**
 * A decision while it is made: the opinion with its files, what is wrong with them, and the refusal or the signature that is waited
 * for.
 */
export function useDecision(
  act: ActMutation,
  opinion: string,
  form: RefObject<FilledForm | null>,
  { seen, changes, isAmended, files }: Decided,
) {
  const { t } = useTranslation('task')
  const [error, setError] = useState<string>()
  const [filesError, setFilesError] = useState<string>()
  const [toConfirm, setToConfirm] = useState<OfferedVerb>()
  /** What was last refused in one of several documents: told until the next attempt, whichever is on the page. */
  const [refused, setRefused] = useState<ApiFailure>()
  /** The last failure is told by the fields themselves. */
  const [isShownAtFields, setShownAtFields] = useState(false)

  // The fields of one document go with the version of it that was shown.
  const isOfSeveral = seen.documents !== undefined && changes.size > 0
  const isLeftOut = ({ verb }: OfferedVerb): boolean => isAmended && verb === 'reject'

  const send = (verb: OfferedVerb, signature?: HandSignature, decidedOn = seen): void => {
    if (act.isPending) return
    const text = opinion.trim()
    const data = isLeftOut(verb) || isOfSeveral ? undefined : form.current?.data()
    setShownAtFields(false)
    setRefused(undefined)
    act.mutate(
      {
        verb: verb.verb,
        label: verb.label,
        body: {
          ...(text && verb.opinion !== 'none' && { opinion: text }),
          ...(data && { data }),
          ...(isLeftOut(verb) ? decidedOn : withChanges(decidedOn, changes)),
          ...(signature && { signature }),
          ...(verb.attachment !== 'none' &&
            files.items.length > 0 && { attachmentIds: files.items.map(({ id }) => id) }),
        },
      },
      {
        onError(failure) {
          if (isApiFailure(failure) && failure.details.some(isOfOne)) setRefused(failure)
          if (hasCode(failure, 'OPINION_REQUIRED')) setError(failure.message)
          if (hasCode(failure, 'ATTACHMENT_GONE')) files.reload()
          if (hasCode(failure, 'RECORD_INVALID') && form.current && !failure.details.some(isOfOne)) {
            setShownAtFields(form.current.refuse(failure.details))
          }
        },
      },
    )
  }
  return {
    error,
    // Said until there is one.
    filesError: files.items.length > 0 && !files.uploads.isBusy ? undefined : filesError,
    toConfirm,
    /** The refusal that waits leaves changes out. */
    losesChanges:
      toConfirm !== undefined &&
      isLeftOut(toConfirm) &&
      (changes.size > 0 || form.current?.data() !== undefined),
    isShownAtFields,
    refused,
    forgetError: () => setError(undefined),
    cancel(): void {
      setToConfirm(undefined)
      // What was said in the dialog is not said again beside the buttons.
      if (toConfirm?.signature && act.isError) act.reset()
    },
    /** Sends an approval at once; a refusal sends everybody back, so it is asked once more (features.md §3.1), as is who signs. */
    choose(verb: OfferedVerb): void {
      if (!isLeftOut(verb) && form.current && !form.current.check()) return
      if (verb.opinion === 'required' && opinion.trim() === '') {
        setError(
          verb.verb === 'submit' ? t('opinion.noteMissing') : t('opinion.missing', { verb: verb.label }),
        )
        leadTo(opinionId)
        return
      }
      setError(undefined)
      const problem = filesProblem(verb, files)
      setFilesError(problem && t(problem, { verb: verb.label }))
      if (problem) return leadTo(filesId)
      if (verb.verb === 'reject' || verb.signature) setToConfirm(verb)
      else send(verb)
    },
    /** `signedOn` is what was before whoever signs. */
    confirm(signature?: HandSignature, signedOn?: Seen): void {
      if (!toConfirm) return
      send(toConfirm, signature, signedOn)
      // What was signed stays until the server has it.
      if (!toConfirm.signature) setToConfirm(undefined)
    },
  }
}

/** What is wrong in one of several documents is shown when it is on the page. */
const isOfOne = ({ document }: ApiFailure['details'][number]): boolean => document !== undefined

function leadTo(id: string): void {
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
