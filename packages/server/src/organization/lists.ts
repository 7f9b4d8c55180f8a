import type { Department, Locale, PersonOption, Position } from '@canmou/contract'
import type { Static } from 'typebox'
import type { Database } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { readCursor, writeCursor } from '../http/cursor.ts'
import { localDay } from './local-day.ts'

export interface PeopleFilter {
  /** A part of the name, of its pinyin (in full or initials), or of the user name. */
  q?: string | undefined
  /** Only those who hold it today; a group by its members. */
  position?: string | undefined
  /** Only those of this department itself. */
  department?: string | undefined
  /** Disabled people are left out otherwise. */
  includeDisabled?: boolean | undefined
  cursor?: string | undefined
  limit: number
}

type PersonRow = Omit<PersonOption, 'isDisabled'> & { isDisabled: boolean; sort: number }

/**
 * People to choose from, each with the department that tells namesakes apart; by department, then by name. Fails with
 * CURSOR_INVALID.
 */
export async function listPeople(
  database: Database,
  { id, locale }: Pick<Actor, 'id' | 'locale'>,
  { q, position, department, includeDisabled = false, cursor, limit }: PeopleFilter,
  now: Date,
): Promise<{ items: PersonOption[]; next?: string }> {
  const after = readCursor(cursor, ['order', 'text', 'text'])
  const rows = await database.query<PersonRow>(id, peopleStatement, [
    locale,
    q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null,
    position ?? null,
    localDay(now),
    department ?? null,
    includeDisabled,
    after?.[0],
    after?.[1],
    after?.[2],
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ isDisabled, sort: _, ...row }) => ({ ...row, ...(isDisabled && { isDisabled }) })),
    ...(rows.length > limit && last && { next: writeCursor([last.sort, last.name, last.username]) }),
  }
}

const peopleStatement = `
  with recursive asked as (
    select $3::text as id
    union
    select member from asked a join positions p on p.id = a.id, unnest(p.member_position_ids) member
  ), held as (
    select a.person_id, a.position_id
    from position_assignments a
    where a.valid_from <= $4::date and (a.valid_to is null or a.valid_to >= $4::date)
  )
  select p.id, p.username, p.name, coalesce(d.name ->> $1, d.id) as "departmentName", d.sort,
         p.disabled_at is not null as "isDisabled",
         array(select o.name ->> $1 from held h join positions o on o.id = h.position_id
               where h.person_id = p.id order by o.sort) as positions
  from people p
  join departments d on d.id = p.department_id
  where (p.disabled_at is null or $6)
    and ($2::text is null or p.name ilike $2 or p.username ilike $2 or p.pinyin ilike $2)
    and ($3::text is null
         or exists (select from held h join asked a on a.id = h.position_id where h.person_id = p.id))
    and ($5::text is null or p.department_id = $5)
    and ($7::integer is null or (d.sort, p.name, p.username) > ($7, $8::text, $9::text))
  order by d.sort, p.name, p.username
  limit $10`

/** All positions in their order, with who holds each today. */
export async function listPositions(
  database: Database,
  { id, locale }: Pick<Actor, 'id' | 'locale'>,
  now: Date,
): Promise<Position[]> {
  const rows = await database.query<Omit<Position, 'departmentId'> & { departmentId: string | null }>(
    id,
    `select p.id, p.name ->> $1 as name, p.department_id as "departmentId",
            (select coalesce(json_agg(json_build_object('id', h.id, 'username', h.username, 'name', h.name)
                                      order by h.name), '[]')
             from position_assignments a
             join people h on h.id = a.person_id and h.disabled_at is null
             where a.position_id = p.id and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to >= $2::date)
            ) as holders
     from positions p
     where p.ended_at is null
     order by p.sort, p.id`,
    [locale, localDay(now)],
  )
  return rows.map(({ departmentId, ...row }) => ({ ...row, ...(departmentId !== null && { departmentId }) }))
}

/** All departments in their order. */
export async function listDepartments(
  database: Database,
  { id, locale }: { id: string; locale: Locale },
): Promise<Static<typeof Department>[]> {
  const rows = await database.query<{ id: string; name: string; parentId: string | null }>(
    id,
    `select id, name ->> $1 as name, parent_id as "parentId" from departments where ended_at is null order by sort, id`,
    [locale],
  )
  return rows.map(({ parentId, ...row }) => ({ ...row, ...(parentId !== null && { parentId }) }))
}
