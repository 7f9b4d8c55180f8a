import { v7 as uuid } from 'uuid'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Database, Transaction } from '../db/database.ts'
import { rankOf } from './levels.ts'

/**
 * Brings the catalogue's departments and positions into the database. Those that are there already keep what was edited
 * here (domain.md §3 GOV-3: the company's own organisation counts); only their names in all languages follow the catalogue
 * until somebody edits them, which is a later capability. Safe to repeat at every start.
 */
export async function installOrganization(database: Database, catalogue: Catalogue): Promise<void> {
  await database.asSystem(async (tx) => {
    await Promise.all([
      tx.execute('select pg_advisory_xact_lock($1)', [installLock]),
      // Parents come before their children in the file or not: the reference is set once all are there.
      tx.execute(
        `insert into departments (id, name, manager_position_id, sort)
         select d->>'id', d->'name', d->>'managerPosition', n
           from jsonb_array_elements($1::jsonb) with ordinality as t(d, n)
         on conflict (id) do update set name = excluded.name, sort = excluded.sort
           where (departments.name, departments.sort) is distinct from (excluded.name, excluded.sort)`,
        [JSON.stringify(catalogue.organization.departments)],
      ),
      tx.execute(
        `update departments set parent_id = d->>'parentId'
           from jsonb_array_elements($1::jsonb) d
          where id = d->>'id' and parent_id is null and d ? 'parentId'`,
        [JSON.stringify(catalogue.organization.departments)],
      ),
      tx.execute(
        `insert into positions (id, department_id, name, member_position_ids, sort)
         select p->>'id', p->>'departmentId', p->'name',
                array(select jsonb_array_elements_text(coalesce(p->'members', '[]'))), n
           from jsonb_array_elements($1::jsonb) with ordinality as t(p, n)
         on conflict (id) do update set name = excluded.name, sort = excluded.sort
           where (positions.name, positions.sort) is distinct from (excluded.name, excluded.sort)`,
        [JSON.stringify(catalogue.organization.positions)],
      ),
    ])
  })
}

const installLock = 7_100_002

/** Fills a database without people with the demo organisation; everybody in it has the same password. */
export async function installDemoPeople(
  database: Database,
  catalogue: Catalogue,
  passwordHash: () => Promise<string>,
): Promise<boolean> {
  return database.asSystem(async (tx) => {
    await tx.execute('select pg_advisory_xact_lock($1)', [installLock])
    if (await tx.first('select from people limit 1')) return false
    await insertPeople(tx, catalogue, await passwordHash())
    return true
  })
}

async function insertPeople(tx: Transaction, catalogue: Catalogue, passwordHash: string): Promise<void> {
  const people = catalogue.organization.people.map((person) => ({
    ...person,
    id: uuid(),
    name: person.name['zh-CN'],
    clearance: rankOf(person.clearance),
  }))
  const values = [JSON.stringify(people)]
  await Promise.all([
    tx.execute(
      `insert into people (id, username, name, department_id, clearance, data_scope, is_demo)
       select (p->>'id')::uuid, p->>'username', p->>'name', p->>'departmentId', (p->>'clearance')::smallint,
              p->>'dataScope', (p->>'demo')::boolean
         from jsonb_array_elements($1::jsonb) p`,
      values,
    ),
    tx.execute(
      `insert into position_assignments (person_id, position_id, valid_from)
       select (p->>'id')::uuid, position_id, '2000-01-01'
         from jsonb_array_elements($1::jsonb) p, jsonb_array_elements_text(p->'positions') position_id`,
      values,
    ),
    tx.execute(
      `insert into credentials (person_id, password_hash)
       select (p->>'id')::uuid, $2 from jsonb_array_elements($1::jsonb) p`,
      [...values, passwordHash],
    ),
  ])
}
