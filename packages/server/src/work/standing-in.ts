import { holderSentence, type Locale, type Person } from '@canmou/contract'
import { localDay } from '../organization/local-day.ts'
import type { Directory, DirectoryPerson, Substitution } from './directory.ts'
import type { LiveInstance } from './live-instance.ts'
import { presentPerson } from './present.ts'

/** What of an instance decides who may stand in for whom in it. */
export interface Where {
  processId: string
  /** Absent before there is an instance. */
  starterId?: string
  /** Rank of the instance's level: who is not cleared for it stands in for nobody. */
  level: number
}

export const whereOf = ({
  definition,
  starterId,
  level,
}: Pick<LiveInstance, 'definition' | 'starterId' | 'level'>): Where => ({
  processId: definition.processId,
  starterId,
  level,
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

/** Somebody who is named as a holder's substitute at a moment, and what keeps him from acting. */
export interface StandsIn {
  person: DirectoryPerson
  insteadOf: DirectoryPerson
  substitution: Substitution
  leftOut?: 'disabled' | 'clearance'
}

/** Who is named to act in the place of these holders; nobody is on what he began himself. */
export function standInsOf(
  directory: Directory,
  { processId, starterId, level }: Where,
  holders: readonly string[],
  at: Date,
): StandsIn[] {
  return directory.substitutionsAt(processId, at).flatMap((substitution): StandsIn[] => {
    const { personId, substituteId } = substitution
    const [person, insteadOf] = [directory.person(substituteId), directory.person(personId)]
    const isAsked = holders.includes(personId) && !holders.includes(substituteId)
    if (!isAsked || substituteId === starterId || !person || !insteadOf) return []
    const leftOut = person.isDisabled ? 'disabled' : person.clearance < level ? 'clearance' : undefined
    return [{ person, insteadOf, substitution, ...(leftOut && { leftOut }) }]
  })
}

/** Ids of those who may act in the place of these holders now. */
export const substitutesOf = (
  directory: Directory,
  where: Where,
  holders: readonly string[],
  at: Date,
): string[] => [
  ...new Set(
    standInsOf(directory, where, holders, at).flatMap(({ person, leftOut }) => (leftOut ? [] : [person.id])),
  ),
]

/** In whose place, from when to when, in which processes. */
export function standsInSentence({ insteadOf, substitution }: StandsIn, locale: Locale): string {
  const { from, to, processIds } = substitution
  return holderSentence(processIds === null ? 'standsIn' : 'standsInSome', locale, {
    person: insteadOf.name,
    from: localDay(new Date(from)),
    // The first moment that it holds no more belongs to the next day.
    to: localDay(new Date(new Date(to).getTime() - 1)),
    processes: (processIds ?? []).join(locale === 'en' ? ', ' : '、'),
  })
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
