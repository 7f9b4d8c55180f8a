/**
 * A copy of what is typed, kept in the browser tab until the server has it: a crash, a reload or a lapsed session loses
 * nothing. It goes with the tab and is kept per person, for drafts may be secret and desks shared.
 */
const key = (person: string, recordId: string): string => `canmou.draft.${person}.${recordId}`

export interface UnsentText<Draft> {
  /** The revision on which it was typed. */
  revision: number
  draft: Draft
}

export function keepUnsent<Draft>(person: string, recordId: string, text: UnsentText<Draft>): void {
  try {
    sessionStorage.setItem(key(person, recordId), JSON.stringify(text))
  } catch {
    // A full or forbidden storage only takes away the second copy.
  }
}

export function forgetUnsent(person: string, recordId: string): void {
  sessionStorage.removeItem(key(person, recordId))
}

export function unsentText<Draft>(person: string, recordId: string): UnsentText<Draft> | undefined {
  const text = sessionStorage.getItem(key(person, recordId))
  if (text === null) return undefined
  try {
    return JSON.parse(text) as UnsentText<Draft>
  } catch {
    return undefined
  }
}
