import type { OfferedVerb } from '@canmou/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/failure.ts'
import { opinionId } from './OpinionBox.tsx'
import type { ActMutation } from './queries.ts'

/** A decision while it is made: the opinion, what is wrong with it, and the refusal that waits to be confirmed. */
export function useDecision(act: ActMutation, opinion: string) {
  const { t } = useTranslation('task')
  const [error, setError] = useState<string>()
  const [toConfirm, setToConfirm] = useState<OfferedVerb>()

  const send = (verb: OfferedVerb, data?: Record<string, unknown>): void => {
    if (act.isPending) return
    const text = opinion.trim()
    act.mutate(
      {
        verb: verb.verb,
        label: verb.label,
        body: { ...(text && verb.opinion !== 'none' && { opinion: text }), ...(data && { data }) },
      },
      {
        onError(failure) {
          if (hasCode(failure, 'OPINION_REQUIRED')) setError(failure.message)
        },
      },
    )
  }
  return {
    error,
    toConfirm,
    forgetError: () => setError(undefined),
    cancel: () => setToConfirm(undefined),
    /** Sends an approval at once; a refusal sends everybody back, so it is asked once more (features.md §3.1). */
    choose(verb: OfferedVerb, data?: Record<string, unknown>): void {
      if (verb.opinion === 'required' && opinion.trim() === '') {
        setError(t('opinion.missing', { verb: verb.label }))
        const box = document.getElementById(opinionId)
        box?.scrollIntoView({ block: 'center' })
        box?.focus({ preventScroll: true })
        return
      }
      setError(undefined)
      if (verb.verb === 'reject') setToConfirm(verb)
      else send(verb, data)
    },
    confirm(data?: Record<string, unknown>): void {
      if (toConfirm) send(toConfirm, data)
      setToConfirm(undefined)
    },
  }
}
