import type { Context } from '../../http/context.ts'

/** What the jobs of a feed work with. */
export interface Desk extends Pick<Context, 'database' | 'catalogue' | 'now'> {
  /** Tells these people's pages that something of theirs has changed. */
  announce: (people: readonly string[]) => void
}
