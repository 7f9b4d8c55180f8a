import { spawn } from 'node:child_process'
import { chmod, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { giveTo, type DatabaseUser } from './database-user.ts'
import { clusterFolders } from './data-folder.ts'
import { isDiskFull, saysDiskFull } from './disk-full.ts'
import { LaunchError } from './launch-error.ts'
import { LastLines } from './postgres-output.ts'

/** The locale that gives Chinese text its letters (and so trigrams) without depending on what the system has. */
const SYSTEM_LOCALE = { linux: 'C.UTF-8', darwin: 'en_US.UTF-8' }[process.platform as string] ?? 'C'

/** Environment of every PostgreSQL program: nothing of ours (PGPORT, PGDATA, LD_LIBRARY_PATH …) may change it. */
export const postgresEnv = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: SYSTEM_LOCALE, TZ: 'UTC' }

/**
 * The name under which a PostgreSQL program started in `cluster` finds it. Under another account the folder's path may
 * lead through one that this account cannot enter (`/root/…`); its own working folder it can always name.
 */
export function clusterName(cluster: string, user: DatabaseUser | undefined): string {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : cluster
}

/**
 * Makes a cluster. It gets its final name only when it is complete, so a start that is killed in the middle leaves
 * nothing that looks like a database.
 */
export async function makeCluster(input: {
  folder: string
  binaries: Binaries
  user: DatabaseUser | undefined
  password: string
  durable: boolean
}): Promise<void> {
  const { cluster, unfinished } = clusterFolders(input.folder)
  const passwordFile = path.join(input.folder, 'initial-password')
  await rm(unfinished, { recursive: true, force: true })
  try {
    await mkdir(unfinished, { mode: 0o700 })
    await chmod(unfinished, 0o700)
    await giveTo(unfinished, input.user)
    await writeFile(passwordFile, input.password, { mode: 0o600 })
    await initdb(unfinished, passwordFile, input)
    await rename(unfinished, cluster)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (isDiskFull(error)) throw new LaunchError('DISK_FULL', { folder: input.folder }, error)
    throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function initdb(
  unfinished: string,
  passwordFile: string,
  { folder, binaries, user, durable }: Parameters<typeof makeCluster>[0],
): Promise<void> {
  // Opened by us and read through the descriptor: its path may be closed to the account that reads it.
  const password = await open(passwordFile, 'r')
  try {
    if (user) await password.chown(user.uid, user.gid)
    const child = spawn(
      binaries.initdb,
      [
        `--pgdata=${clusterName(unfinished, user)}`,
        '--username=postgres',
        '--pwfile=/dev/fd/3',
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        `--locale=${SYSTEM_LOCALE}`,
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--lc-messages=C',
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...user, cwd: unfinished, env: postgresEnv, stdio: ['ignore', 'pipe', 'pipe', password.fd] },
    )
    const output = new LastLines()
    output.follow(child.stdout)
    output.follow(child.stderr)
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
    if (code === 0) return
    if (saysDiskFull(output.text())) throw new LaunchError('DISK_FULL', { folder })
    throw new LaunchError('DATABASE_NOT_STARTED', { folder, lastLines: output.text() })
  } finally {
    await password.close()
  }
}
