import type { OfferedVerb } from '@canmou/contract'
import { useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import type { FilledForm } from './filled-form.ts'
import { opinionId } from './OpinionBox.tsx'
import type { ActMutation } from './queries.ts'

interface Decided {
  /** The version that is decided on. */
  recordVersion: number | undefined
  /** What is changed in the fields makes the document's next version: only an approval does. */
  isAmended: boolean
}

/** A decision while it is made: the opinion, what is wrong with it, and the refusal that waits to be confirmed. */
export function useDecision(
  act: ActMutation,
  opinion: string,
  form: RefObject<FilledForm | null>,
  { recordVersion, isAmended }: Decided,
) {
  const { t } = useTranslation('task')
  const [error, setError] = useState<string>()
  const [toConfirm, setToConfirm] = useState<OfferedVerb>()
  /** The last failure is told by the fields themselves. */
  const [isShownAtFields, setShownAtFields] = useState(false)

  const isLeftOut = ({ verb }: OfferedVerb): boolean => isAmended && verb === 'reject'

  const send = (verb: OfferedVerb): void => {
    if (act.isPending) return
    const text = opinion.trim()
    const data = isLeftOut(verb) ? undefined : form.current?.data()
    setShownAtFields(false)
    act.mutate(
      {
        verb: verb.verb,
        label: verb.label,
        body: {
          ...(text && verb.opinion !== 'none' && { opinion: text }),
          ...(data && { data }),
          ...(recordVersion !== undefined && { recordVersion }),
        },
      },
      {
        onError(failure) {
          if (hasCode(failure, 'OPINION_REQUIRED')) setError(failure.message)
          if (hasCode(failure, 'RECORD_INVALID') && form.current) {
            setShownAtFields(form.current.refuse(failure.details))
          }
        },
      },
    )
  }
  return {
    error,
    toConfirm,
    /** The refusal that waits leaves changes out. */
    losesChanges: toConfirm !== undefined && isLeftOut(toConfirm) && form.current?.data() !== undefined,
    isShownAtFields,
    forgetError: () => setError(undefined),
    cancel: () => setToConfirm(undefined),
    /** Sends an approval at once; a refusal sends everybody back, so it is asked once more (features.md §3.1). */
    choose(verb: OfferedVerb): void {
      if (!isLeftOut(verb) && form.current && !form.current.check()) return
      if (verb.opinion === 'required' && opinion.trim() === '') {
        setError(
          verb.verb === 'submit' ? t('opinion.noteMissing') : t('opinion.missing', { verb: verb.label }),
        )
        const box = document.getElementById(opinionId)
        box?.scrollIntoView({ block: 'center' })
        box?.focus({ preventScroll: true })
        return
      }
      setError(undefined)
      if (verb.verb === 'reject') setToConfirm(verb)
      else send(verb)
    },
    confirm(): void {
      if (toConfirm) send(toConfirm)
      setToConfirm(undefined)
    },
  }
}
