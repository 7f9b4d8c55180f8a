/**
 * What is typed at a step that has no draft on the server: its own fields, and the opinion. It stays in this browser until
 * the step is done, so that a reload, a lapsed session or a closed window loses nothing; signing out takes it away, for
 * desks are shared.
 */
export interface KeptText {
  data?: Readonly<Record<string, unknown>>
  /** Of the documents that it is about, by the document. */
  changes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  opinion?: string
}

const prefix = 'canmou.step.'
const key = (person: string, taskId: string): string => `${prefix}${person}.${taskId}`

export function keptText(person: string, taskId: string): KeptText {
  const text = localStorage.getItem(key(person, taskId))
  if (text === null) return {}
  try {
    return JSON.parse(text) as KeptText
  } catch {
    return {}
  }
}

/** Keeps a part, beside what is kept already. */
export function keepText(person: string, taskId: string, part: KeptText): void {
  try {
    localStorage.setItem(key(person, taskId), JSON.stringify({ ...keptText(person, taskId), ...part }))
  } catch {
    // A full or forbidden storage only takes away the second copy.
  }
}

export function forgetText(person: string, taskId: string): void {
  localStorage.removeItem(key(person, taskId))
}

/** Called when somebody signs out. */
export function forgetAllText(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name)
}
