import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import path from 'node:path'
import { isDiskFull } from './disk-full.ts'
import { LaunchError } from './launch-error.ts'
import { HOLDER_FILE, LOCK_FILE } from './folder-lock.ts'

const MARKER_FILE = 'canmou-data.json'
const ACCESS_FILE = 'database-access.json'
// A fresh volume holds the first; a start that has not yet written the marker leaves the others.
const NOT_FOREIGN = new Set([
  'lost+found',
  LOCK_FILE,
  `${LOCK_FILE}-journal`,
  HOLDER_FILE,
  `${MARKER_FILE}.new`,
])

/** How to reach the cluster of a folder; kept beside the data, mode 0600. The port is the one of the last start. */
export type Access = {
  port?: number
  passwords: { postgres: string; canmou_owner: string; canmou_app: string }
}

/** Where the finished cluster lies, and where one is made before it is given that name. */
export function clusterFolders(folder: string) {
  return { cluster: path.join(folder, 'postgres'), unfinished: path.join(folder, 'postgres.new') }
}

/** Refuses a folder that holds somebody else's things or cannot be read. Reads only. */
export async function refuseForeignFolder(folder: string): Promise<void> {
  let entries: string[]
  try {
    entries = await readdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return
    if (code === 'ENOTDIR')
      throw new LaunchError('DATA_FOLDER_FOREIGN', { folder, entry: path.basename(folder) }, error)
    throw await notYours(folder, error)
  }
  const entry = entries.find((name) => !NOT_FOREIGN.has(name))
  // Asked after the listing: another program may be making the folder its own at this moment, marker first.
  if (entry !== undefined && !(await exists(path.join(folder, MARKER_FILE))))
    throw new LaunchError('DATA_FOLDER_FOREIGN', { folder, entry })
}

/** Refuses a cluster of another major version, of another user, or with its essentials missing. Reads only. */
export async function refuseUnusableCluster(folder: string, major: string): Promise<void> {
  const { cluster } = clusterFolders(folder)
  const owner = await stat(cluster).catch(() => undefined)
  if (!owner) return
  const ownUid = process.getuid?.()
  if (ownUid !== undefined && ownUid !== 0 && owner.uid !== ownUid) throw await notYours(cluster)
  const found = (await readEssential(folder, path.join(cluster, 'PG_VERSION'))).trim()
  if (found !== major) throw new LaunchError('DATA_FOLDER_VERSION', { folder, found, needed: major })
  await readEssential(folder, path.join(cluster, 'global', 'pg_control'))
  await readEssential(folder, path.join(folder, ACCESS_FILE))
}

async function readEssential(folder: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'latin1')
  } catch (error) {
    throw new LaunchError('DATA_FOLDER_DAMAGED', { folder, missing: path.relative(folder, file) }, error)
  }
}

/** Makes the folder where it is absent. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
  } catch (error) {
    if (isDiskFull(error)) throw new LaunchError('DISK_FULL', { folder }, error)
    throw await notYours(folder, error)
  }
}

/** Writes the marker that makes a folder ours, and the passwords, where they are absent; returns how to get in. */
export async function readyAccess(folder: string, major: string): Promise<Access> {
  const marker = path.join(folder, MARKER_FILE)
  if (!(await exists(marker))) await writeWhole(marker, { program: 'canmou', postgres: major }, 0o644)
  const file = path.join(folder, ACCESS_FILE)
  if (await exists(file)) return JSON.parse(await readFile(file, 'utf8')) as Access
  const password = () => randomBytes(24).toString('base64url')
  const access = { passwords: { postgres: password(), canmou_owner: password(), canmou_app: password() } }
  await saveAccess(folder, access)
  return access
}

/** Keeps how to get in, readable by its owner only. */
export async function saveAccess(folder: string, access: Access): Promise<void> {
  await writeWhole(path.join(folder, ACCESS_FILE), access, 0o600)
}

/** A reader sees the old content or the new one, never half of it: a full disk must not cost us the passwords. */
async function writeWhole(file: string, content: object, mode: number): Promise<void> {
  const unfinished = `${file}.new`
  try {
    const before = await stat(file).catch(() => undefined)
    await writeFile(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode, flush: true })
    // Root may start what an ordinary user has made; it must stay that user's.
    if (before && process.getuid?.() === 0) await chown(unfinished, before.uid, before.gid)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    const folder = path.dirname(file)
    if (isDiskFull(error)) throw new LaunchError('DISK_FULL', { folder }, error)
    throw await notYours(folder, error)
  }
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined)) !== undefined
}

async function notYours(folder: string, cause?: unknown): Promise<LaunchError> {
  const owner = await stat(folder).catch(() => undefined)
  const who = owner ? `uid ${String(owner.uid)}` : `≠ ${userInfo().username}`
  return new LaunchError('DATA_FOLDER_NOT_YOURS', { folder, owner: who }, cause)
}
