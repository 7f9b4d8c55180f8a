import { failures, failureSentence, type FailureCode, type Labels, type Locale } from '@canmou/contract'

/** One place of a request that needs correction. A message in all languages is answered in the asker's. */
export interface FailureDetail {
  /** JSON pointer of the place. */
  path: string
  message: string | Labels
  keyword?: string
  elementId?: string
  /** Ids of the elements on the way to it. */
  way?: string[]
  /** The document that it is in, where a request is about several; `place` counts from 1. */
  document?: { id: string; title: string; place: number }
}

/** An expected outcome: an entry of the contract's table of failures. Everything else that is thrown is a bug. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly parameters: Record<string, string | number | Labels>
  readonly details: FailureDetail[] | undefined

  constructor(
    code: FailureCode,
    parameters: Record<string, string | number | Labels> = {},
    details?: FailureDetail[],
    cause?: unknown,
  ) {
    super(`${code} ${JSON.stringify(parameters)}`, { cause })
    this.name = 'Failure'
    this.code = code
    this.parameters = parameters
    this.details = details
  }
}

const mostDetails = 100

/** What the asker is told: the failure's status and the body that every failed request has. */
export function presentFailure(
  failure: Failure,
  locale: Locale,
  requestId: string,
): { status: number; body: Record<string, unknown> } {
  const parameters: Record<string, string | number> = { requestId }
  for (const [name, value] of Object.entries(failure.parameters)) parameters[name] = inLocale(value, locale)
  const details = failure.details
    ?.slice(0, mostDetails)
    .map((detail) => ({ ...detail, message: inLocale(detail.message, locale) }))
  return {
    status: failures[failure.code].status,
    body: {
      code: failure.code,
      message: failureSentence(failure.code, locale, parameters),
      ...(details && { details }),
      requestId,
    },
  }
}

function inLocale<Plain extends string | number>(value: Plain | Labels, locale: Locale): Plain | string {
  return typeof value === 'object' ? value[locale] : value
}
