import type { ExpectedAfter, ExpectedStep } from '@canmou/contract'

export interface NextAfter {
  /** What is said above the steps (`submit.…`). */
  words: 'next' | 'waits' | 'last' | 'nextUnknown'
  steps: readonly ExpectedStep[]
}

/**
 * What the dialog says of what follows: the steps that are put before somebody at once; else those that others still have
 * open and that it waits for; else what comes once nobody is asked for a while, as after a called process.
 */
export function nextAfter({ steps, isLast }: ExpectedAfter): NextAfter {
  if (isLast) return { words: 'last', steps: [] }
  const coming = steps.filter(({ certainty }) => certainty !== 'open')
  const atOnce = coming.filter(({ order }) => order === 0)
  if (atOnce.length > 0) return { words: 'next', steps: atOnce }
  const open = steps.filter(({ certainty }) => certainty === 'open')
  if (open.length > 0) return { words: 'waits', steps: open }
  const [first] = coming
  if (!first) return { words: 'nextUnknown', steps: [] }
  return { words: 'next', steps: coming.filter(({ order }) => order === first.order) }
}
