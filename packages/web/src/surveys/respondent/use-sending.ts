import type { Locale, SurveyAnswers } from '@canmou/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey } from '../../api/idempotency.ts'
import { forgetAnswers, keepAnswers, keptAnswers, type KeptAnswers } from './kept-answers.ts'
import { sendAnswers } from './send.ts'

const pauseMs = 5000

/** Refusals after which the page has to be drawn anew: there is nothing to send any more, or other questions. */
const settled = new Set(['SURVEY_CLOSED', 'SURVEY_FULL', 'SURVEY_ANSWERED', 'SURVEY_CHANGED', 'NOT_FOUND'])

interface Sending {
  state: 'typing' | 'sending' | 'lost' | 'received'
  thanks?: string
  refusal?: string
  problems: Record<string, string>
}

/**
 * Keeps what is typed on this device and sends it under one key until the server has answered: after a lost connection, a
 * closed page, an empty battery. Two sends of the same answers are one answer (`answer_survey`).
 */
export function useSending(token: string, hash: string, locale: Locale, reload: () => void) {
  const kept = useRef<KeptAnswers>(undefined)
  kept.current ??= keptAnswers(localStorage, token) ?? { answers: {}, key: newKey(), isSending: false }
  const [initial] = useState(kept.current.answers)
  const [now, setNow] = useState<Sending>({ state: 'typing', problems: {} })

  const keepAs = useCallback(
    (next: KeptAnswers) => {
      kept.current = next
      keepAnswers(localStorage, token, next)
    },
    [token],
  )
  const send = useCallback(
    async (answers: SurveyAnswers) => {
      const { key } = kept.current ?? { key: newKey() }
      keepAs({ answers, key, isSending: true })
      setNow({ state: 'sending', problems: {} })
      const sent = await sendAnswers(token, { hash, answers }, key, locale)
      if (sent.outcome === 'lost') return setNow({ state: 'lost', problems: {} })
      if (sent.outcome === 'ok') {
        forgetAnswers(localStorage, token)
        kept.current = undefined
        const { thanks } = sent.answer
        return setNow({ state: 'received', problems: {}, ...(thanks !== undefined && { thanks }) })
      }
      keepAs({ answers, key: newKey(), isSending: false })
      const { code, message, details = [] } = sent.failure
      if (settled.has(code)) return reload()
      const problems = Object.fromEntries(details.map((detail) => [detail.path.slice(1), detail.message]))
      return setNow({ state: 'typing', refusal: message, problems })
    },
    [token, hash, locale, reload, keepAs],
  )
  const sendAgain = useCallback(() => void send(kept.current?.answers ?? {}), [send])

  useEffect(() => {
    // A sending that a closed page left in doubt.
    if (kept.current?.isSending) sendAgain()
  }, [sendAgain])
  useEffect(() => {
    if (now.state !== 'lost') return undefined
    const timer = setTimeout(sendAgain, pauseMs)
    window.addEventListener('online', sendAgain)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', sendAgain)
    }
  }, [now, sendAgain])

  return {
    ...now,
    initial,
    keep: (answers: SurveyAnswers) =>
      keepAs({ answers, key: kept.current?.key ?? newKey(), isSending: kept.current?.isSending ?? false }),
    send: (answers: SurveyAnswers) => void send(answers),
    sendAgain,
  }
}
