import type { CreateTask } from '@canmou/engine'
import type { Directory, DirectoryPerson, Resolution, Seat } from './directory.ts'

export interface Candidates {
  people: string[]
  /** The position (or group) that the task is put before. */
  positionId: string | undefined
  /** Nobody else may do it, so it was given to the process administrators. */
  isFallback: boolean
}

/** What a drawing says about who does a step, evaluated. */
export type Assigned = Pick<CreateTask, 'assignee' | 'candidateGroups' | 'candidateUsers'>

/** Somebody who was thought of, and what speaks against that person. */
export interface Considered {
  person: DirectoryPerson
  leftOut?: 'disabled' | 'clearance'
}
export interface ConsideredSeat extends Omit<Seat, 'holders'> {
  holders: (Considered & Seat['holders'][number])[]
}

/** Who gets a task, with all that were thought of. */
export interface Choice {
  /** The person it is assigned to, and those that it names. */
  named: Considered[]
  groups: (Omit<Resolution, 'seats'> & { seats: ConsideredSeat[] })[]
  chosen: DirectoryPerson[]
  /** The 流程管理员, where nobody else may do it. */
  fallback: ConsideredSeat[] | undefined
}

/** The position that gets what nobody else can do: 流程管理员. */
export const administrators = 'processAdmin'

/**
 * Decides before whom a task is put: the person it is assigned to, else the holders of its groups (domain.md §3 GOV-3), in
 * either case those whose clearance reaches the instance's level. Where that is nobody, the 流程管理员 gets it.
 */
export function chooseHolders(assigned: Assigned, level: number, directory: Directory, at: Date): Choice {
  const consider = (person: DirectoryPerson): Considered =>
    person.isDisabled
      ? { person, leftOut: 'disabled' }
      : person.clearance < level
        ? { person, leftOut: 'clearance' }
        : { person }
  const seatsOf = (group: string): Choice['groups'][number] => {
    const { seats, ...resolution } = directory.resolve(group, at)
    const considered = seats.map((seat) => ({
      ...seat,
      holders: seat.holders.map((holder) => ({ ...holder, ...consider(holder.person) })),
    }))
    return { ...resolution, seats: considered }
  }
  const known = (user: string | undefined): Considered[] => {
    const person = user === undefined ? undefined : directory.person(user)
    return person ? [consider(person)] : []
  }
  const assignee = known(assigned.assignee)
  const named = [...assignee, ...assigned.candidateUsers.flatMap(known)]
  const groups = assigned.candidateGroups.map(seatsOf)
  const mine = fit(assignee)
  const chosen =
    mine.length > 0 ? mine : [...fit(named), ...groups.flatMap(({ seats }) => byUsername(fitOf(seats)))]
  if (chosen.length > 0) return { named, groups, chosen: [...new Set(chosen)], fallback: undefined }
  const { seats: fallback } = seatsOf(administrators)
  return { named, groups, chosen: [...new Set(byUsername(fitOf(fallback)))], fallback }
}

const fit = (considered: Considered[]): DirectoryPerson[] =>
  considered.filter(({ leftOut }) => leftOut === undefined).map(({ person }) => person)
const fitOf = (seats: ConsideredSeat[]): DirectoryPerson[] => seats.flatMap(({ holders }) => fit(holders))
const byUsername = (people: DirectoryPerson[]): DirectoryPerson[] =>
  people.sort((a, b) => (a.username < b.username ? -1 : 1))

/** The choice for a task that the engine makes, as it is written with the task. */
export function candidatesFor(
  effect: Assigned & Pick<CreateTask, 'toAdministrator'>,
  level: number,
  directory: Directory,
  at: Date,
): Candidates {
  // A rule of the drawing puts it before those who look after processes.
  const assigned = effect.toAdministrator ? { candidateGroups: [administrators], candidateUsers: [] } : effect
  const { chosen, fallback } = chooseHolders(assigned, level, directory, at)
  return {
    people: chosen.map(({ id }) => id),
    positionId: assigned.candidateGroups.find((group) => directory.isPosition(group)),
    isFallback: fallback !== undefined,
  }
}
