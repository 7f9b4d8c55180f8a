import type { Organization, OrganizationDepartment, OrganizationPosition } from '@canmou/contract'
import type { Database } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { localDay } from './local-day.ts'

type DepartmentRow = Omit<OrganizationDepartment, 'name' | 'parentId' | 'managerPositionId'> & {
  parentId: string | null
  managerPositionId: string | null
}
type PositionRow = Omit<OrganizationPosition, 'name' | 'departmentId'> & { departmentId: string | null }

/** The 流程管理员 edits the organisation; everybody signed in may read it. */
export const mayChange = (actor: Actor): boolean => actor.positions.includes('processAdmin')

/** All departments and positions in their order, those that have ended too, with who holds what today. */
export async function describeOrganization(
  database: Database,
  actor: Actor,
  now: Date,
): Promise<Organization> {
  const { locale } = actor
  const [departments, positions] = await database.as(actor.id, (tx) =>
    Promise.all([
      tx.query<DepartmentRow>(departmentStatement),
      tx.query<PositionRow>(positionStatement, [localDay(now)]),
    ]),
  )
  return {
    departments: departments.map(({ parentId, managerPositionId, ...row }) => ({
      ...row,
      name: row.names[locale],
      ...(parentId !== null && { parentId }),
      ...(managerPositionId !== null && { managerPositionId }),
    })),
    positions: positions.map(({ departmentId, ...row }) => ({
      ...row,
      name: row.names[locale],
      ...(departmentId !== null && { departmentId }),
    })),
    mayChange: mayChange(actor),
  }
}

const departmentStatement = `
  select d.id, d.name as names, d.parent_id as "parentId", d.manager_position_id as "managerPositionId",
         (select count(*)::integer from people p where p.department_id = d.id and p.disabled_at is null) as people,
         d.ended_at is not null as "isEnded", d.revision
  from departments d
  order by d.sort, d.id`

const positionStatement = `
  select p.id, p.name as names, p.department_id as "departmentId", p.member_position_ids as "memberIds",
         (select coalesce(json_agg(json_build_object('id', h.id, 'username', h.username, 'name', h.name)
                                   order by h.name, h.username), '[]')
          from position_assignments a
          join people h on h.id = a.person_id and h.disabled_at is null
          where a.position_id = p.id and a.valid_from <= $1::date and (a.valid_to is null or a.valid_to >= $1::date)
         ) as holders,
         p.ended_at is not null as "isEnded", p.revision
  from positions p
  order by p.sort, p.id`
