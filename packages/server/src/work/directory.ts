import type { Labels, Person } from '@canmou/contract'
import type { Database } from '../db/database.ts'
import { localDay } from '../organization/local-day.ts'

export interface DirectoryPerson extends Person {
  departmentId: string
  /** Rank of the highest level that the person may see. */
  clearance: number
  isDisabled: boolean
}

interface Holding {
  personId: string
  from: string
  to: string | null
}

/** A position that a candidate group leads to, and who holds it on the day: the disabled too, who get nothing. */
export interface Seat {
  positionId: string
  /** The groups and the department on the way to it, the first one asked for; empty for a position asked for itself. */
  way: { type: 'group' | 'department'; id: string }[]
  holders: { person: DirectoryPerson; from: string; to: string | null }[]
}

/** Somebody acts in another's place (代理) from a moment until another, in some processes or, without a list, in all. */
export interface Substitution {
  personId: string
  substituteId: string
  from: string
  to: string
  processIds: string[] | null
}

/** What a candidate group of a drawing stands for on a day. */
export interface Resolution {
  group: string
  type: 'position' | 'group' | 'department' | 'unknown'
  seats: Seat[]
}

/** People, positions and who holds what, as of one version of `directory_version`. */
export class Directory {
  readonly version: number
  private readonly people: Map<string, DirectoryPerson>
  private readonly byUsername: Map<string, DirectoryPerson>
  private readonly positions: Map<string, { name: Labels; members: string[]; holdings: Holding[] }>
  private readonly departments: Map<
    string,
    { name: Labels; managerPositionId: string | null; parentId: string | null }
  >
  private readonly substitutions: readonly Substitution[]
  /** What was asked for on the day of the last question: most steps ask for the same few groups. */
  private readonly resolved = { day: '', groups: new Map<string, Resolution>() }

  constructor(rows: DirectoryRows) {
    this.version = rows.version
    this.people = new Map(rows.people.map((person) => [person.id, person]))
    this.byUsername = new Map(rows.people.map((person) => [person.username, person]))
    this.positions = new Map(rows.positions.map(({ id, ...position }) => [id, position]))
    this.departments = new Map(rows.departments.map(({ id, ...department }) => [id, department]))
    this.substitutions = rows.substitutions
  }

  /** A person by id or user name. */
  person(idOrUsername: string): DirectoryPerson | undefined {
    return this.people.get(idOrUsername) ?? this.byUsername.get(idOrUsername)
  }

  positionName(id: string): Labels | undefined {
    return this.positions.get(id)?.name
  }

  departmentName(id: string): Labels | undefined {
    return this.departments.get(id)?.name
  }

  /** Who stands in for whom at that moment in a process. */
  substitutionsAt(processId: string, at: Date): Substitution[] {
    if (this.substitutions.length === 0) return []
    return this.substitutions.filter(
      ({ from, to, processIds }) =>
        new Date(from) <= at && at < new Date(to) && (processIds === null || processIds.includes(processId)),
    )
  }

  /** The position above a person: the manager of his department or, where that is he, of the department above. */
  superiorOf(person: DirectoryPerson): string | undefined {
    return this.superiorsOf(person)[0]
  }

  /** The positions above a person, the nearest first: the managers of his department and of those above that are not he. */
  superiorsOf({ id, departmentId }: DirectoryPerson): string[] {
    const found: string[] = []
    const visited = new Set<string>()
    for (let at: string | undefined = departmentId; at !== undefined && !visited.has(at);) {
      visited.add(at)
      const department = this.departments.get(at)
      const manager = department?.managerPositionId
      if (manager && !this.positions.get(manager)?.holdings.some(({ personId }) => personId === id))
        found.push(manager)
      at = department?.parentId ?? undefined
    }
    return found
  }

  /** Ids of everything that a task can be put before: positions and departments. */
  groups(): string[] {
    return [...this.positions.keys(), ...this.departments.keys()]
  }

  isPosition(id: string): boolean {
    return this.positions.has(id)
  }

  /**
   * What a candidate group stands for on the day of `at`: a position, the members of a group of positions, or a department's
   * manager (catalogue/README.md). Each position once, however many ways lead to it.
   */
  resolve(group: string, at: Date): Resolution {
    const day = localDay(at)
    const { groups } = this.resolved
    if (this.resolved.day !== day) {
      groups.clear()
      this.resolved.day = day
    }
    const known = groups.get(group)
    if (known) return known
    const resolution = this.resolveOn(group, day)
    // A drawing may take the name from a form: what nobody knows is not kept.
    if (resolution.type !== 'unknown') groups.set(group, resolution)
    return resolution
  }

  private resolveOn(group: string, day: string): Resolution {
    const seats: Seat[] = []
    const visited = new Set<string>()
    const visit = (id: string, way: Seat['way']): void => {
      const position = this.positions.get(id)
      if (visited.has(id) || !position) return
      visited.add(id)
      const holders = this.holdersOn(day, position.holdings)
      if (holders.length > 0 || position.members.length === 0) seats.push({ positionId: id, way, holders })
      for (const member of position.members) visit(member, [...way, { type: 'group', id }])
    }
    const position = this.positions.get(group)
    if (position) {
      visit(group, [])
      return { group, type: position.members.length > 0 ? 'group' : 'position', seats }
    }
    const department = this.departments.get(group)
    if (!department) return { group, type: 'unknown', seats }
    if (department.managerPositionId !== null)
      visit(department.managerPositionId, [{ type: 'department', id: group }])
    return { group, type: 'department', seats }
  }

  /** Who holds a candidate group on the day of `at`, by user name; a disabled person holds nothing. */
  holdersOf(group: string, at: Date): DirectoryPerson[] {
    const held = this.resolve(group, at).seats.flatMap(({ holders }) => holders)
    const people = held.flatMap(({ person }) => (person.isDisabled ? [] : [person]))
    return [...new Set(people)].sort((a, b) => (a.username < b.username ? -1 : 1))
  }

  private holdersOn(day: string, holdings: Holding[]): Seat['holders'] {
    return holdings
      .filter(({ from, to }) => from <= day && (to === null || day <= to))
      .flatMap(({ personId, from, to }) => {
        const person = this.people.get(personId)
        return person ? [{ person, from, to }] : []
      })
      .sort((a, b) => (a.person.username < b.person.username ? -1 : 1))
  }
}

interface DirectoryRows {
  version: number
  people: DirectoryPerson[]
  positions: { id: string; name: Labels; members: string[]; holdings: Holding[] }[]
  departments: { id: string; name: Labels; managerPositionId: string | null; parentId: string | null }[]
  substitutions: Substitution[]
}

/** The directory that this server decides by; `reload` where a step was refused because it has changed. */
export class DirectoryDesk {
  private readonly database: Database
  private loading: Promise<Directory> | undefined

  constructor(database: Database) {
    this.database = database
  }

  current(): Promise<Directory> {
    return this.loading ?? this.reload()
  }

  reload(): Promise<Directory> {
    const loading = loadDirectory(this.database)
    this.loading = loading
    loading.catch(() => {
      if (this.loading === loading) this.loading = undefined
    })
    return loading
  }
}

async function loadDirectory(database: Database): Promise<Directory> {
  const [row] = await database.asSystem((tx) =>
    tx.query<DirectoryRows>(
      `select (select version from directory_version) as version,
              (select coalesce(json_agg(json_build_object('id', id, 'username', username, 'name', name,
                        'departmentId', department_id, 'clearance', clearance,
                        'isDisabled', disabled_at is not null)), '[]')
                 from people) as people,
              (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'members', p.member_position_ids,
                        'holdings', (select coalesce(json_agg(json_build_object('personId', a.person_id,
                                              'from', a.valid_from, 'to', a.valid_to)), '[]')
                                       from position_assignments a where a.position_id = p.id))), '[]')
                 from positions p) as positions,
              (select coalesce(json_agg(json_build_object('id', id, 'name', name,
                        'managerPositionId', manager_position_id, 'parentId', parent_id)), '[]')
                 from departments) as departments,
              (select coalesce(json_agg(json_build_object('personId', person_id, 'substituteId', substitute_id,
                        'from', valid_from, 'to', valid_to, 'processIds', process_ids) order by id), '[]')
                 from substitutions where valid_to > now()) as substitutions`,
    ),
  )
  if (!row) throw new Error('directory_version has no row')
  return new Directory(row)
}
