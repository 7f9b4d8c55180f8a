import type { Failure } from '@canmou/contract'

/** What is filled in at a step beside the opinion, as its buttons need it. */
export interface FilledForm {
  /** Shows every mistake, and gives whether there is none. */
  check: () => boolean
  /** What goes with the verb; undefined where nothing was filled in. */
  data: () => Record<string, unknown> | undefined
  /** Shows what the server refused at its place; gives whether each has one here. */
  refuse: (details: NonNullable<Failure['details']>) => boolean
}
