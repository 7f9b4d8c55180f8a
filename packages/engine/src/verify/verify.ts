import type { Element, Process } from '../model.ts'
import type { Catalogue } from './catalogue.ts'
import { checkCatalogue, formOf } from './catalogue.ts'
import { uncovered } from './conditions.ts'
import type { Enumerations } from './conditions.ts'
import { checkVariables } from './data-flow.ts'
import { explore } from './explore.ts'
import { finding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Language } from './messages.ts'
import { checkSelfStarts } from './self-start.ts'
import { allElements, checkSoundness } from './soundness.ts'

export interface VerifyOptions {
  /** With it, positions, forms, called processes and the variables of conditions are checked too. */
  catalogue?: Catalogue
  /** Values that a variable can have, beyond the catalogue's own enumerations. */
  enumerations?: Enumerations
  /** Names of variables that every instance is started with. */
  variables?: readonly string[]
  /** How many markings at rest are explored before the check gives up with `STATE_LIMIT`. */
  limit?: number
  language?: Language
}

const defaultLimit = 10_000

/**
 * Everything that can be known to go wrong before an instance is started. Every decision counts as open, timers,
 * messages and errors may come at any time, a multi-instance or loop counts as one instance. A process is sound
 * when no finding is an error. Codes and their sentences stand in `messages.ts`.
 */
export function verify(process: Process, options: VerifyOptions = {}): Finding[] {
  const { catalogue, language = 'en', limit = defaultLimit, variables = [] } = options
  const space = explore(process, limit)
  const pathTo = (elementId: string) => space.entered.get(elementId) ?? []
  const enumerations = { ...formEnumerations(process, catalogue), ...options.enumerations }
  return [
    ...checkSoundness(process, space, limit, language),
    ...checkSelfStarts(process, language),
    ...checkWaysOut(process, enumerations, pathTo, language),
    ...(catalogue ? checkCatalogue(process, catalogue, pathTo, language) : []),
    ...(catalogue ? checkVariables(process, catalogue, variables, pathTo, language) : []),
  ]
}

/** What the fields of the forms in this drawing can hold. */
function formEnumerations(process: Process, catalogue: Catalogue | undefined): Enumerations {
  const used = new Set(allElements(process.root).map(formOf))
  const kinds = catalogue?.recordKinds.filter((kind) => used.has(kind.code)) ?? []
  return Object.assign({}, ...kinds.map((kind) => kind.enums ?? {})) as Enumerations
}

/** Decisions, and activities with conditions only, whose conditions may all fail. */
function checkWaysOut(
  process: Process,
  enumerations: Enumerations,
  pathTo: (elementId: string) => string[],
  language: Language,
): Finding[] {
  return allElements(process.root).flatMap((element) => {
    if (!isConditional(element)) return []
    const conditions = element.outgoing.flatMap((flow) => flow.condition ?? [])
    const example = uncovered(conditions, enumerations)
    if (example === undefined) return []
    return [finding(language, 'NO_WAY_OUT', element.id, { example }, pathTo(element.id))]
  })
}

const isConditional = (element: Element) =>
  element.outgoing.length > 0 &&
  !element.defaultFlow &&
  element.outgoing.every((flow) => flow.condition !== undefined)
