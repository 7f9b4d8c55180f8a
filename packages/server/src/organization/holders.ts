import type { Transaction } from '../db/database.ts'

/** Somebody who holds one of the positions asked for. */
export interface Holder {
  /** The position that was asked for: the group (各部门经理) where a group was asked for. */
  positionId: string
  /** The position that the person holds himself. */
  heldPositionId: string
  personId: string
  username: string
  name: string
  departmentId: string
  clearance: number
}

/**
 * Who holds these positions on the day of `at` (domain.md §3 GOV-3), group positions by their members; a disabled person
 * holds nothing. In the order of the positions asked for, then of user names. A position without holders has no rows.
 */
export function holdersOf(tx: Transaction, positionIds: string[], at: Date): Promise<Holder[]> {
  return tx.query<Holder>(
    `with recursive asked as (
       select id as asked_id, id, ordinality as n
         from unnest($1::text[]) with ordinality as t(id, ordinality)
       union
       select a.asked_id, member, a.n
         from asked a
         join positions p on p.id = a.id,
              unnest(p.member_position_ids) member
     )
     select a.asked_id as "positionId", h.position_id as "heldPositionId", p.id as "personId", p.username, p.name,
            p.department_id as "departmentId", p.clearance
       from asked a
       join position_assignments h on h.position_id = a.id
       join people p on p.id = h.person_id and p.disabled_at is null
      where h.valid_from <= ($2::timestamptz at time zone 'Asia/Shanghai')::date
        and (h.valid_to is null or h.valid_to >= ($2::timestamptz at time zone 'Asia/Shanghai')::date)
      order by a.n, p.username, h.position_id`,
    [positionIds, at],
  )
}
