import type { Failure } from '@canmou/contract'
import type { FormStore } from './form-store.ts'

/** Shows what the server refused (RECORD_INVALID) at the fields that it names. */
export function refuseFields(store: FormStore, details: NonNullable<Failure['details']>): void {
  store.refuse(details.map(({ path, message, keyword = '' }) => ({ path, message, keyword, parameters: {} })))
}
