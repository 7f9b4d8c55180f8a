import type { Locale, Me } from '@canmou/contract'
import type { Database } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'

export async function describeMe(database: Database, actor: Actor): Promise<Me> {
  const [names] = await database.query<{ departmentName: string; positions: Me['positions'] }>(
    actor.id,
    `select d.name->>$2 as "departmentName",
            (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name->>$2) order by p.sort), '[]')
               from positions p where p.id = any ($3)) as positions
       from departments d where d.id = $1`,
    [actor.departmentId, actor.locale, actor.positions],
  )
  const { id, username, name, locale, clearance, departmentId } = actor
  return {
    id,
    username,
    name,
    locale,
    clearance,
    departmentId,
    departmentName: names?.departmentName ?? departmentId,
    positions: names?.positions ?? [],
  }
}

export async function changeLocale(database: Database, actor: Actor, locale: Locale): Promise<void> {
  await database.query(actor.id, 'update people set locale = $2 where id = $1', [actor.id, locale])
}
