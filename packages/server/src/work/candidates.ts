import type { CreateTask } from '@canmou/engine'
import type { Directory, DirectoryPerson } from './directory.ts'

export interface Candidates {
  people: string[]
  /** The position (or group) that the task is put before. */
  positionId: string | undefined
  /** Nobody else may do it, so it was given to the process administrators. */
  isFallback: boolean
}

/**
 * Before whom a task is put: the person it is assigned to, else the holders of its groups (domain.md §3 GOV-3), in either
 * case those whose clearance reaches the instance's level. Where that is nobody, the 流程管理员 gets it.
 */
export function candidatesFor(effect: CreateTask, level: number, directory: Directory, at: Date): Candidates {
  const mayKnow = (person: DirectoryPerson | undefined): person is DirectoryPerson =>
    person !== undefined && !person.isDisabled && person.clearance >= level
  if (effect.toAdministrator) {
    return {
      people: idsOf(directory.holdersOf('processAdmin', at).filter(mayKnow)),
      positionId: 'processAdmin',
      isFallback: false,
    }
  }
  const groups = effect.candidateGroups
  const positionId = groups.find((group) => directory.isPosition(group))
  const assignee = effect.assignee === undefined ? undefined : directory.person(effect.assignee)
  const named = effect.candidateUsers.map((user) => directory.person(user))
  const held = groups.flatMap((group) => directory.holdersOf(group, at))
  const people = mayKnow(assignee) ? [assignee] : [...named, ...held].filter(mayKnow)
  if (people.length > 0) return { people: idsOf(people), positionId, isFallback: false }
  return {
    people: idsOf(directory.holdersOf('processAdmin', at).filter(mayKnow)),
    positionId,
    isFallback: true,
  }
}

const idsOf = (people: DirectoryPerson[]): string[] => [...new Set(people.map((person) => person.id))]
