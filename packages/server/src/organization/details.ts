import type { Assignment, DataScope, Labels, Person, PersonDetail, PositionDetail } from '@canmou/contract'
import type { Database } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { levelOf } from './levels.ts'
import { localDay } from './local-day.ts'
import { mayChange } from './overview.ts'

interface PersonRow extends Person {
  departmentId: string
  departmentName: string
  clearance: number
  dataScope: DataScope
  disabledAt: string | null
  revision: number
}
interface Reference {
  id: string
  name: string
}
interface PositionRow {
  id: string
  names: Labels
  department: Reference | null
  members: Reference[]
  memberOf: Reference[]
  manages: Reference[]
  isEnded: boolean
  revision: number
}
interface AssignmentRow extends Omit<Assignment, 'state' | 'to'> {
  to: string | null
}

/** Somebody with all that was, is and will be held. Fails with NOT_FOUND. */
export async function describePerson(
  database: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<PersonDetail> {
  const [row, assignments] = await database.as(actor.id, (tx) =>
    Promise.all([
      tx.first<PersonRow>(
        `select p.id, p.username, p.name, p.department_id as "departmentId", d.name ->> $2 as "departmentName",
                p.clearance, p.data_scope as "dataScope", p.disabled_at as "disabledAt", p.revision
         from people p
         join departments d on d.id = p.department_id
         where p.id = $1`,
        [id, actor.locale],
      ),
      tx.query<AssignmentRow>(`${assignmentStatement} where a.person_id = $2 ${newestFirst}`, [
        actor.locale,
        id,
      ]),
    ]),
  )
  if (!row) throw new Failure('NOT_FOUND')
  const { clearance, disabledAt, ...person } = row
  return {
    ...person,
    clearance: levelOf(clearance),
    ...(disabledAt !== null && { disabledAt }),
    assignments: assignments.map((one) => presentAssignment(one, localDay(now))),
    mayChange: mayChange(actor),
  }
}

/** A position with everybody who held, holds and will hold it, and what it is part of. Fails with NOT_FOUND. */
export async function describePosition(
  database: Database,
  actor: Actor,
  id: string,
  now: Date,
): Promise<PositionDetail> {
  const [row, assignments] = await database.as(actor.id, (tx) =>
    Promise.all([
      tx.first<PositionRow>(positionStatement, [actor.locale, id]),
      tx.query<AssignmentRow>(`${assignmentStatement} where a.position_id = $2 ${newestFirst}`, [
        actor.locale,
        id,
      ]),
    ]),
  )
  if (!row) throw new Failure('NOT_FOUND')
  const { department, ...position } = row
  return {
    ...position,
    name: row.names[actor.locale],
    ...(department && { department }),
    assignments: assignments.map((one) => presentAssignment(one, localDay(now))),
    mayChange: mayChange(actor),
  }
}

function presentAssignment({ to, ...row }: AssignmentRow, today: string): Assignment {
  return { ...row, ...(to !== null && { to }), state: stateOf(row.from, to, today) }
}

function stateOf(from: string, to: string | null, today: string): Assignment['state'] {
  if (to !== null && to < from) return 'withdrawn'
  if (to !== null && to < today) return 'past'
  return from > today ? 'coming' : 'current'
}

const assignmentStatement = `
  select a.id, json_build_object('id', h.id, 'username', h.username, 'name', h.name) as person,
         a.position_id as "positionId", p.name ->> $1 as "positionName", a.valid_from as "from", a.valid_to as "to",
         a.revision
  from position_assignments a
  join people h on h.id = a.person_id
  join positions p on p.id = a.position_id`

const newestFirst = `order by a.valid_to is not null, a.valid_from desc, h.name, p.sort, a.id limit 200`

const references = (from: string): string => `
         (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name ->> $1) order by o.sort), '[]')
          from ${from} and o.ended_at is null)`

const positionStatement = `
  select p.id, p.name as names, p.ended_at is not null as "isEnded", p.revision,
         (select json_build_object('id', d.id, 'name', d.name ->> $1) from departments d where d.id = p.department_id
         ) as department,
         ${references('positions o where o.id = any (p.member_position_ids)')} as members,
         ${references('positions o where p.id = any (o.member_position_ids)')} as "memberOf",
         ${references('departments o where o.manager_position_id = p.id')} as manages
  from positions p
  where p.id = $2`
