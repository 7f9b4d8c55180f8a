import path from 'node:path'
import { installedMajor, readyBinaries } from './binaries.ts'
import { makeCluster } from './cluster.ts'
import { stopOrphans } from './cluster-processes.ts'
import {
  clusterFolders,
  makeFolder,
  readyAccess,
  refuseForeignFolder,
  refuseUnusableCluster,
  saveAccess,
} from './data-folder.ts'
import { chooseDatabaseUser } from './database-user.ts'
import { takeFolderLock } from './folder-lock.ts'
import { startPostgres } from './postgres-process.ts'
import { addressOf, readyRoles } from './roles.ts'
import { reportWhenSlow, type OnProgress } from './sentence.ts'
import { stat } from 'node:fs/promises'

export type EmbeddedOptions = {
  dataDir: string
  /** Name of the program's database; `canmou` unless given. */
  database?: string
  /** `false` for tests alone: a power cut then loses everything. */
  durable?: boolean
  /** Further PostgreSQL settings, `name: value`. */
  settings?: Record<string, string>
  onProgress?: OnProgress
  /** Each line of PostgreSQL's log. */
  onLogLine?: (line: string) => void
}

/** A running embedded server, ours alone until `stop()` or the end of this process. */
export type EmbeddedServer = {
  /** PostgreSQL's process id. */
  pid: number
  port: number
  /** Address of a database for the bootstrap superuser, the owner (migrations) or the application. */
  url: (role: 'postgres' | 'canmou_owner' | 'canmou_app', database?: string) => string
  /** Settles when PostgreSQL has ended, asked or not, with the last lines of its log. */
  ended: Promise<string>
  /** Shuts down cleanly and gives the folder free. */
  stop: () => Promise<void>
}

const UNSAFE_BUT_FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts the embedded PostgreSQL on a data folder, making the folder where it is absent.
 * Throws `LaunchError`; a folder that is refused has not been touched.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = path.resolve(options.dataDir)
  await refuseForeignFolder(folder)
  await makeFolder(folder)
  const lock = takeFolderLock(folder)
  try {
    return await startLocked(folder, options, lock.release)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startLocked(
  folder: string,
  options: EmbeddedOptions,
  release: () => void,
): Promise<EmbeddedServer> {
  const { onProgress, database = 'canmou', durable = true } = options
  const { cluster } = clusterFolders(folder)
  const major = await installedMajor()
  await refuseUnusableCluster(folder, major)
  const user = await chooseDatabaseUser(cluster, onProgress)
  const binaries = await readyBinaries(user, onProgress)
  const access = await readyAccess(folder, major)
  if (await stat(cluster).catch(() => undefined)) await stopOrphans(cluster, onProgress)
  else {
    await reportWhenSlow(onProgress, { zh: '正在建立数据库', en: 'Making the database' }, () =>
      makeCluster({ folder, binaries, user, password: access.passwords.postgres, durable }),
    )
  }
  const settings = { ...(durable ? {} : UNSAFE_BUT_FAST), ...options.settings }
  const postgres = await reportWhenSlow(
    onProgress,
    { zh: '正在启动数据库', en: 'Starting the database' },
    () =>
      startPostgres({ folder, cluster, binaries, user, settings, onLogLine: options.onLogLine }, access.port),
  )
  const stop = async () => {
    await reportWhenSlow(onProgress, { zh: '正在停止数据库', en: 'Stopping the database' }, postgres.stop)
    release()
  }
  try {
    const reached = { ...access, port: postgres.port }
    if (access.port !== reached.port) await saveAccess(folder, reached)
    await readyRoles(reached, database)
    const { pid, port, ended } = postgres
    return { pid, port, ended, stop, url: (role, name = database) => addressOf(reached, role, name) }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}
