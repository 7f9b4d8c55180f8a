import pg from 'pg'
import type { Access } from './data-folder.ts'

/** Address of a database on the embedded server, for one of its roles. */
export function addressOf(
  access: Access & { port: number },
  role: keyof Access['passwords'],
  database: string,
): string {
  return `postgresql://${role}:${access.passwords[role]}@127.0.0.1:${String(access.port)}/${database}`
}

/**
 * Makes, where they are absent, the two roles that the program uses and the database between them. `canmou_owner` owns
 * the database and migrates it, as the owner behind a `DATABASE_URL` would (so nothing may lean on a superuser);
 * `canmou_app` serves requests, owns nothing and cannot bypass row-level security.
 */
export async function readyRoles(access: Access & { port: number }, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(access, 'postgres', 'postgres') })
  await client.connect()
  try {
    await makeRole(
      client,
      'canmou_owner',
      'login createrole nosuperuser nobypassrls',
      access.passwords.canmou_owner,
    )
    await makeRole(client, 'canmou_app', 'login nosuperuser nobypassrls', access.passwords.canmou_app)
    await client.query('grant canmou_app to canmou_owner with admin option')
    await readyDatabase(client, database)
  } finally {
    await client.end()
  }
}

async function makeRole(
  client: pg.Client,
  role: string,
  attributes: string,
  password: string,
): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount) return
  await client.query(`create role ${role} ${attributes} password ${client.escapeLiteral(password)}`)
}

async function readyDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  const name = client.escapeIdentifier(database)
  if (!rowCount) await client.query(`create database ${name} owner canmou_owner`)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to canmou_app`)
}
