import { sentence } from './messages.ts'
import type { FindingCode, Language } from './messages.ts'

/** One thing that is wrong, or may be, with a drawing that compiles. */
export interface Finding {
  code: FindingCode
  severity: 'error' | 'warning'
  /** The element or flow to mark. */
  elementId: string
  /** What the sentence names; with the code it gives the message in any language. */
  params: { [name: string]: string }
  /** The sentence in the language that was asked for. */
  message: string
  /** Ids of the elements on the shortest way to the defect, the start first; empty where there is none. */
  path: string[]
}

const warnings: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'TOKENS_NOT_SYNCHRONIZED',
  'POSITION_VACANT',
  'VARIABLE_MAYBE_UNWRITTEN',
  'MAY_START_ITSELF',
])

/** Builds a finding; its severity follows from its code. */
export function finding(
  language: Language,
  code: FindingCode,
  elementId: string,
  params: { [name: string]: string } = {},
  path: string[] = [],
): Finding {
  const named = { element: elementId, ...params }
  const severity = warnings.has(code) ? 'warning' : 'error'
  return { code, severity, elementId, params: named, message: sentence(code, named, language), path }
}
