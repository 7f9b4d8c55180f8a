import type { Person } from '@canmou/contract'
import type { Directory, DirectoryPerson } from './directory.ts'
import type { LiveInstance } from './live-instance.ts'
import { presentPerson } from './present.ts'

/** What of an instance decides who may stand in for whom in it. */
export interface Where {
  processId: string
  starterId: string
}

export const whereOf = ({ definition, starterId }: LiveInstance): Where => ({
  processId: definition.processId,
  starterId,
})

/** As whom somebody may do a task: as himself, or in the place of one of its holders (代理). */
export interface Holding {
  /** The holder in whose place he acts. */
  onBehalfOf?: DirectoryPerson
}

/**
 * Whether a task is before somebody, himself or as a substitute; undefined where it is not. Nobody acts in another's place
 * on what he began himself. The same rule as the database's `substituted_tasks` (0015).
 */
export function holdingOf(
  directory: Directory,
  where: Where,
  holders: readonly string[],
  personId: string,
  at: Date,
): Holding | undefined {
  if (holders.includes(personId)) return {}
  if (where.starterId === personId) return undefined
  const principals = directory
    .substitutionsAt(where.processId, at)
    .flatMap((one) => (one.substituteId === personId && holders.includes(one.personId) ? [one.personId] : []))
    .sort()
  const onBehalfOf = principals[0] === undefined ? undefined : directory.person(principals[0])
  return onBehalfOf && { onBehalfOf }
}

/** Ids of those who may act in the place of these holders now. */
export function substitutesOf(
  directory: Directory,
  { processId, starterId }: Where,
  holders: readonly string[],
  at: Date,
): string[] {
  const ids = directory
    .substitutionsAt(processId, at)
    .flatMap((one) =>
      holders.includes(one.personId) && one.substituteId !== starterId ? [one.substituteId] : [],
    )
  return [...new Set(ids)].filter((id) => !holders.includes(id))
}

/** How an open task says it: who may act in its holders' place, and in whose place the asker would. */
export function presentStandIns(
  directory: Directory,
  where: Where,
  holders: readonly string[],
  personId: string,
  at: Date,
): { substitutes?: Person[]; onBehalfOf?: Person } {
  const substitutes = substitutesOf(directory, where, holders, at)
  const { onBehalfOf } = holdingOf(directory, where, holders, personId, at) ?? {}
  return {
    ...(substitutes.length > 0 && { substitutes: substitutes.map((id) => presentPerson(directory, id)) }),
    ...(onBehalfOf && { onBehalfOf: presentPerson(directory, onBehalfOf.id) }),
  }
}
