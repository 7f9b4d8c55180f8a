import type { Failure } from '@canmou/contract'
import type { FormStore } from '../../records/form/form-store.ts'

/** What is filled in at a step beside the opinion, as its buttons need it. */
export interface FilledForm {
  /** Shows every mistake, and gives whether there is none. */
  check: () => boolean
  /** What goes with the verb; undefined where nothing was filled in. */
  data: () => Record<string, unknown> | undefined
  /** Shows what the server refused at its place; gives whether each has one here. */
  refuse: (details: NonNullable<Failure['details']>) => boolean
}

/** Hands the server's refusal to the fields. */
export function refuseFields(store: FormStore, details: NonNullable<Failure['details']>): void {
  store.refuse(details.map(({ path, message, keyword = '' }) => ({ path, message, keyword, parameters: {} })))
}
