import type { Failure, FailureCode } from '@canmou/contract'

/** Codes that arise in the browser itself, when no answer of the server's came. */
export type LocalFailureCode = 'OFFLINE' | 'ANSWER_UNREADABLE'

/** A request that did not succeed: the server's own code and sentence, or one of the browser's. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly code: FailureCode | LocalFailureCode
  readonly status: number
  readonly details: NonNullable<Failure['details']>
  readonly requestId: string | undefined

  constructor(status: number, failure: Partial<Failure> & { code: string }, cause?: unknown) {
    super(failure.message ?? failure.code, { cause })
    // The table of codes is the server's; one that this page does not know yet still has its sentence.
    this.code = failure.code as FailureCode | LocalFailureCode
    this.status = status
    this.details = failure.details ?? []
    this.requestId = failure.requestId
  }
}

export const isApiFailure = (value: unknown): value is ApiFailure => value instanceof ApiFailure

/** Whether an error has this code: `hasCode(error, 'DRAFT_OUTDATED')`. */
export function hasCode(value: unknown, code: ApiFailure['code']): value is ApiFailure {
  return isApiFailure(value) && value.code === code
}

/** Reads the body of a refused request; what is not one of our failures (a proxy's page) keeps its status. */
export function failureFrom(status: number, body: unknown): ApiFailure {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string') {
    return new ApiFailure(status, body as Failure)
  }
  return new ApiFailure(status, { code: 'ANSWER_UNREADABLE' })
}
