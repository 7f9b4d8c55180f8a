import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDiskFull } from './disk-full.ts'
import { LaunchError } from './launch-error.ts'

export const LOCK_FILE = 'canmou.lock'
export const HOLDER_FILE = 'canmou-holder.json'

// A handle that nobody refers to is closed by the garbage collection, and its lock with it.
const held = new Set<DatabaseSync>()

const SQLITE_BUSY = 5
const SQLITE_FULL = 13
const SQLITE_IOERR = 10

/**
 * Takes the one right to use a data folder, until `release()` or the death of this process.
 *
 * A pid file cannot do this: it outlives its writer, its pid gets a new owner, and deleting a stale one races with the
 * next. What dies with its holder is a lock of the operating system, and Node has no call for one. SQLite, which Node
 * brings along, takes such locks (fcntl, LockFileEx) on every system: an exclusive transaction that is never
 * committed, on a file that stays empty. It also holds between containers that share a volume, where a pid or an
 * abstract socket means nothing.
 *
 * The name of the holder is kept in a second file, for the message only. It must be a second one: POSIX drops a
 * process's locks on a file as soon as that process closes any descriptor of it.
 */
export function takeFolderLock(folder: string): { release: () => void } {
  const holderFile = path.join(folder, HOLDER_FILE)
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(path.join(folder, LOCK_FILE))
    // Without a journal file: one that a killed holder leaves would have to be dealt with by whoever comes next.
    lock.exec('pragma journal_mode = memory')
    lock.exec('begin exclusive')
    writeFileSync(holderFile, JSON.stringify({ pid: process.pid, host: hostname(), since: new Date() }))
  } catch (error) {
    lock?.close()
    throw lockError(folder, holderFile, error)
  }
  const taken = lock
  held.add(taken)
  return {
    release: () => {
      if (held.delete(taken)) taken.close()
    },
  }
}

function lockError(folder: string, holderFile: string, error: unknown): Error {
  const { errcode: extended = 0 } = error as { errcode?: number }
  // The lower byte is the kind of failure, the rest says where it came up.
  const errcode = extended % 256
  if (errcode === SQLITE_BUSY) {
    return new LaunchError('DATA_FOLDER_IN_USE', { folder, holder: describeHolder(holderFile) }, error)
  }
  if (isDiskFull(error) || errcode === SQLITE_FULL || errcode === SQLITE_IOERR) {
    return new LaunchError('DISK_FULL', { folder }, error)
  }
  return new LaunchError('DATA_FOLDER_NOT_YOURS', { folder, owner: '?' }, error)
}

function describeHolder(holderFile: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(holderFile, 'utf8')) as Record<string, unknown>
    return `pid ${String(pid)}, ${String(host)}, ${String(since)}`
  } catch {
    return 'pid ?'
  }
}
