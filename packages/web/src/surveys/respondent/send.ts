import type { AnswersReceived, Failure, Locale, PublicAnswers, PublicSurvey } from '@canmou/contract'

/**
 * The two requests of the respondent's page. It does not use the web's client, which brings the session, the router's
 * query cache and the banner along; this page is opened on a phone at the trackside.
 */
export type Sent<Answer> =
  | { outcome: 'ok'; answer: Answer }
  | { outcome: 'refused'; failure: Failure; status: number }
  /** No answer came, or one of a proxy: nobody knows what became of the request. */
  | { outcome: 'lost' }

const addressOf = (token: string): string => `/api/public/surveys/${encodeURIComponent(token)}`

export function fetchSurvey(token: string, locale: Locale): Promise<Sent<PublicSurvey>> {
  return ask<PublicSurvey>(addressOf(token), { headers: { 'accept-language': locale } })
}

export function sendAnswers(
  token: string,
  body: PublicAnswers,
  key: string,
  locale: Locale,
): Promise<Sent<AnswersReceived>> {
  return ask<AnswersReceived>(`${addressOf(token)}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, 'accept-language': locale },
    body: JSON.stringify(body),
  })
}

async function ask<Answer>(address: string, options: RequestInit): Promise<Sent<Answer>> {
  try {
    const response = await fetch(address, { cache: 'no-store', ...options })
    const body: unknown = await response.json()
    if (response.ok) return { outcome: 'ok', answer: body as Answer }
    if (response.status < 500)
      return { outcome: 'refused', failure: body as Failure, status: response.status }
    return { outcome: 'lost' }
  } catch {
    return { outcome: 'lost' }
  }
}
