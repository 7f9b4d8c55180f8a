import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { stopOrphans } from './cluster-processes.ts'
import { clusterFolders } from './data-folder.ts'
import { startEmbedded } from './embedded-server.ts'
import { takeFolderLock } from './folder-lock.ts'

const PREFIX = 'canmou-test-'
// Between making its folder and locking it a run of somebody else looks abandoned.
const SURELY_STARTED_MS = 60_000

/** How a test reaches the run's server: plain data, to be handed from vitest's global set-up to its workers. */
export type TestServerAccess = { superUrl: string; adminUrl: string; appUrl: string }

/** A database of its own for a test file. */
export type TestDatabase = { adminUrl: string; appUrl: string; drop: () => Promise<void> }

/**
 * Starts the one PostgreSQL of a test run: the same programs as the real thing, without waiting for the disk. Its empty
 * database `canmou` is there to be migrated and then copied (no session may stay open in it).
 * What a killed run has left behind is cleared away first; runs side by side do not see each other.
 */
export async function startTestServer(
  settings: Record<string, string> = {},
): Promise<{ access: TestServerAccess; stop: () => Promise<void> }> {
  await clearAbandoned()
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX))
  const server = await startEmbedded({
    dataDir: folder,
    durable: false,
    settings: { shared_buffers: '64MB', max_connections: '200', ...settings },
  })
  const access = {
    superUrl: server.url('postgres'),
    adminUrl: server.url('canmou_owner'),
    appUrl: server.url('canmou_app'),
  }
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { access, stop }
}

/** Copies the database `template` (rows and all, some tens of milliseconds) to a new one of the given name. */
export async function createDatabaseFromTemplate(
  access: TestServerAccess,
  name: string,
  template = 'canmou',
): Promise<TestDatabase> {
  const database = pg.escapeIdentifier(name)
  await asSuperuser(access, [
    `create database ${database} template ${pg.escapeIdentifier(template)} owner canmou_owner`,
    // Grants on the database itself are not part of what is copied.
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to canmou_app`,
  ])
  return {
    adminUrl: inDatabase(access.adminUrl, name),
    appUrl: inDatabase(access.appUrl, name),
    drop: () => asSuperuser(access, [`drop database if exists ${database} with (force)`]),
  }
}

async function asSuperuser(access: TestServerAccess, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(access.superUrl, 'postgres') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function inDatabase(address: string, database: string): string {
  const url = new URL(address)
  url.pathname = `/${encodeURIComponent(database)}`
  return url.href
}

async function clearAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX))
  for (const name of names) await clearIfAbandoned(path.join(tmpdir(), name))
}

async function clearIfAbandoned(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (!found || found.uid !== process.getuid?.() || Date.now() - found.mtimeMs < SURELY_STARTED_MS) return
  let lock: ReturnType<typeof takeFolderLock>
  try {
    lock = takeFolderLock(folder)
  } catch {
    // In use by a run beside this one.
    return
  }
  try {
    await stopOrphans(clusterFolders(folder).cluster)
    await rm(folder, { recursive: true, force: true })
  } finally {
    lock.release()
  }
}
