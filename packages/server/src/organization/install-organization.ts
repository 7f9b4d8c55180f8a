import { newId } from '../db/new-id.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Database, Transaction } from '../db/database.ts'
import { rankOf } from './levels.ts'
import { fillInSounds, soundsOf } from './name-sounds.ts'
import { lockOrganization } from './organization-lock.ts'

/**
 * Brings the catalogue's departments and positions into the database. What was edited here stays as it is (domain.md §3
 * GOV-3: the company's own organisation counts); the rest follows the catalogue. Safe to repeat at every start.
 */
export async function installOrganization(database: Database, catalogue: Catalogue): Promise<void> {
  const departments = JSON.stringify(catalogue.organization.departments)
  const positions = JSON.stringify(catalogue.organization.positions)
  await database.asSystem(async (tx) => {
    await Promise.all([
      lockOrganization(tx),
      // Parents come before their children in the file or not: the reference is set once all are there.
      tx.execute(
        `insert into departments as o (id, name, manager_position_id, sort)
         select d->>'id', d->'name', d->>'managerPosition', n
           from jsonb_array_elements($1::jsonb) with ordinality as t(d, n)
         on conflict (id) do update
           set name = excluded.name, manager_position_id = excluded.manager_position_id, sort = excluded.sort
           where o.edited_at is null
             and (o.name, o.manager_position_id, o.sort)
                 is distinct from (excluded.name, excluded.manager_position_id, excluded.sort)`,
        [departments],
      ),
      tx.execute(
        `update departments o set parent_id = d->>'parentId'
           from jsonb_array_elements($1::jsonb) d
          where o.id = d->>'id' and o.edited_at is null and o.parent_id is distinct from d->>'parentId'`,
        [departments],
      ),
      tx.execute(
        `insert into positions as o (id, department_id, name, member_position_ids, sort)
         select p->>'id', p->>'departmentId', p->'name',
                array(select jsonb_array_elements_text(coalesce(p->'members', '[]'))), n
           from jsonb_array_elements($1::jsonb) with ordinality as t(p, n)
         on conflict (id) do update
           set department_id = excluded.department_id, name = excluded.name,
               member_position_ids = excluded.member_position_ids, sort = excluded.sort
           where o.edited_at is null
             and (o.department_id, o.name, o.member_position_ids, o.sort)
                 is distinct from (excluded.department_id, excluded.name, excluded.member_position_ids, excluded.sort)`,
        [positions],
      ),
      fillInSounds(tx),
    ])
  })
}

/** Fills a database without people with the demo organisation; everybody in it has the same password. */
export async function installDemoPeople(
  database: Database,
  catalogue: Catalogue,
  passwordHash: () => Promise<string>,
): Promise<boolean> {
  return database.asSystem(async (tx) => {
    await lockOrganization(tx)
    if (await tx.first('select from people limit 1')) return false
    await insertPeople(tx, catalogue, await passwordHash())
    return true
  })
}

async function insertPeople(tx: Transaction, catalogue: Catalogue, passwordHash: string): Promise<void> {
  const people = catalogue.organization.people.map((person) => ({
    ...person,
    id: newId(),
    name: person.name['zh-CN'],
    pinyin: soundsOf(person.name['zh-CN']),
    clearance: rankOf(person.clearance),
  }))
  const assignments = people.flatMap(({ id: personId, positions }) =>
    positions.map((positionId) => ({ id: newId(), personId, positionId })),
  )
  const values = [JSON.stringify(people)]
  await Promise.all([
    tx.execute(
      `insert into people (id, username, name, pinyin, department_id, clearance, data_scope, is_demo)
       select (p->>'id')::uuid, p->>'username', p->>'name', p->>'pinyin', p->>'departmentId', (p->>'clearance')::smallint,
              p->>'dataScope', (p->>'demo')::boolean
         from jsonb_array_elements($1::jsonb) p`,
      values,
    ),
    tx.execute(
      `insert into position_assignments (id, person_id, position_id, valid_from)
       select (a->>'id')::uuid, (a->>'personId')::uuid, a->>'positionId', '2000-01-01'
         from jsonb_array_elements($1::jsonb) a`,
      [JSON.stringify(assignments)],
    ),
    tx.execute(
      `insert into credentials (person_id, password_hash)
       select (p->>'id')::uuid, $2 from jsonb_array_elements($1::jsonb) p`,
      [...values, passwordHash],
    ),
  ])
}
