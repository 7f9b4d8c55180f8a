import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { reportWhenSlow, type OnProgress } from './embedded/sentence.ts'

const folder = new URL('./migrations/', import.meta.url)
/** One number for "Canmou migrates here"; any other program may use the other advisory locks. */
const lockNumber = 7_100_001

/** Of files whose text has changed since, but not what they leave in a database where they could run: their former hashes. */
const formerHashes = new Map([
  ['0001-foundation.sql', '7e5da0feef5bc009820b1e57e237e03c1bc5482c236fd4ed36fb416ad328cffa'],
  ['0002-apply-step.sql', '5e9ffd7fa7e1b52feb02675d14c33fde03b894c94f2a59ef39054c53f87f417d'],
])

/** A database that does not fit this program; `message` says what was found, and nothing was changed. */
export class MigrationError extends Error {
  readonly code: 'MIGRATION_CHANGED' | 'DATABASE_NEWER' | 'DATABASE_TOO_OLD' | 'MIGRATION_FAILED'
  constructor(code: MigrationError['code'], message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MigrationError'
    this.code = code
  }
}

/**
 * Brings the database to this program's schema: runs the numbered files that it has not seen, each in a transaction.
 * Of several servers that start at once one migrates and the others wait. Returns the names of the files it ran.
 */
export async function migrate(adminUrl: string, onProgress?: OnProgress): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'canmou-migrate' })
  await client.connect()
  try {
    await reportWhenSlow(
      onProgress,
      {
        zh: '正在等待另一个程序完成数据库升级…',
        en: 'Waiting for another program to finish migrating the database…',
      },
      () => client.query('select pg_advisory_lock($1)', [lockNumber]),
    )
    const sentence = { zh: '正在升级数据库…', en: 'Migrating the database…' }
    return await reportWhenSlow(onProgress, sentence, () => migrateLocked(client))
  } finally {
    await client.end()
  }
}

/** The first PostgreSQL whose roles can be taken on without being inherited. */
const oldestPostgres = 16

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  )
  const version = rows[0]?.version ?? ''
  if (Number.parseInt(version, 10) >= oldestPostgres) return
  throw new MigrationError(
    'DATABASE_TOO_OLD',
    `需要 PostgreSQL ${oldestPostgres} 或更高版本，这台服务器是 ${version}。\n` +
      `PostgreSQL ${oldestPostgres} or newer is needed; this server is ${version}.`,
  )
}

async function migrateLocked(client: pg.Client): Promise<string[]> {
  await refuseOldServer(client)
  await readyApplicationRole(client)
  await client.query(`
    create table if not exists migrations (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations')
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  const files = await migrationFiles()
  for (const name of applied.keys()) {
    if (files.some((file) => file.name === name)) continue
    throw new MigrationError('DATABASE_NEWER', `The database was migrated by a newer program (${name})`)
  }
  const ran: string[] = []
  for (const file of files) {
    const known = applied.get(file.name)
    if (known === undefined) {
      await apply(client, file)
      ran.push(file.name)
    } else if (known !== file.sha256 && known !== formerHashes.get(file.name)) {
      throw new MigrationError(
        'MIGRATION_CHANGED',
        `The migration ${file.name} was changed after it had run here`,
      )
    }
  }
  return ran
}

interface MigrationFile {
  name: string
  sql: string
  sha256: string
}

async function migrationFiles(): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('begin')
  try {
    await client.query(file.sql)
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [file.name, file.sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationError('MIGRATION_FAILED', `The migration ${file.name} failed: ${String(error)}`, error)
  }
}

/** In a database of one's own the role has no password: sessions of the owner take it on (`-c role=canmou_app`). */
async function readyApplicationRole(client: pg.Client): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select from pg_roles where rolname = 'canmou_app') then
        create role canmou_app nologin nosuperuser nobypassrls;
      end if;
      if not pg_has_role(current_user, 'canmou_app', 'set') then
        execute format('grant canmou_app to %I with set true', current_user);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- another database of the same server made it in the same instant
    end $$`)
}
