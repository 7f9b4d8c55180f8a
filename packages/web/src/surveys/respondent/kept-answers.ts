import type { SurveyAnswers } from '@canmou/contract'

/** What somebody typed and has not sent, or whose sending is in doubt; on this device alone, by the link. */
export interface KeptAnswers {
  answers: SurveyAnswers
  /** Under which the answers are sent, every time until the server has said what became of them. */
  key: string
  /** Sending was asked for, and no answer came. */
  isSending: boolean
}

const nameOf = (token: string): string => `canmou.survey.${token}`

export function keptAnswers(storage: Pick<Storage, 'getItem'>, token: string): KeptAnswers | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(token)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const { answers, key, isSending } = kept as Partial<KeptAnswers>
    if (typeof answers !== 'object' || answers === null || typeof key !== 'string') return undefined
    return { answers, key, isSending: isSending === true }
  } catch {
    return undefined
  }
}

/** A full or forbidden storage must not stop anybody from answering: the answers then live as long as the page. */
export function keepAnswers(storage: Pick<Storage, 'setItem'>, token: string, kept: KeptAnswers): void {
  try {
    storage.setItem(nameOf(token), JSON.stringify(kept))
  } catch {
    // Nothing to do; see above.
  }
}

export function forgetAnswers(storage: Pick<Storage, 'removeItem'>, token: string): void {
  try {
    storage.removeItem(nameOf(token))
  } catch {
    // A forbidden storage holds nothing either.
  }
}
