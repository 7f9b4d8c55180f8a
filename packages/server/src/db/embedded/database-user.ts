import { execFile } from 'node:child_process'
import { lchown, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { LaunchError } from './launch-error.ts'
import type { OnProgress } from './sentence.ts'

const run = promisify(execFile)
const ACCOUNT = 'canmou'
// `su` without `-` leaves the system folders out of PATH, and useradd lives there.
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin` }

/** The account that PostgreSQL runs under where that is not our own. */
export type DatabaseUser = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Returns `undefined` where we are not root (it runs as ourselves), else the owner of
 * an existing cluster, else the system account `canmou`, which is made where it is absent. Our own process keeps its
 * rights: only the children are started under this account.
 */
export async function chooseDatabaseUser(
  clusterFolder: string,
  onProgress?: OnProgress,
): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(clusterFolder).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const account = (await lookUp(ACCOUNT)) ?? (await makeAccount(onProgress))
  // A backup that root has put back belongs to root, and PostgreSQL would refuse it.
  if (owner) await giveTo(clusterFolder, account)
  return account
}

async function lookUp(name: string): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => (await run('id', [flag, name])).stdout),
    )
    return { uid: Number(uid), gid: Number(gid) }
  } catch {
    return undefined
  }
}

async function makeAccount(onProgress?: OnProgress): Promise<DatabaseUser> {
  onProgress?.({
    zh: `PostgreSQL 不以 root 运行：正在建立系统用户 ${ACCOUNT}`,
    en: `PostgreSQL does not run as root: making the system user ${ACCOUNT}`,
  })
  let reason: unknown
  try {
    // A system account: no password, no shell, no home; systemd does not remove its shared memory at log-out.
    await run(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT],
      { env },
    )
  } catch (error) {
    reason = error
  }
  // Looked up again even after a failure: another clone may have made it in the same moment.
  const account = await lookUp(ACCOUNT)
  if (!account) throw new LaunchError('NO_UNPRIVILEGED_USER', { reason: String(reason) }, reason)
  return account
}

/** Hands a folder and all that is in it to `user`; without a user, nothing changes. */
export async function giveTo(folder: string, user: DatabaseUser | undefined): Promise<void> {
  if (!user) return
  await lchown(folder, user.uid, user.gid)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inner = path.join(folder, entry.name)
    if (entry.isDirectory()) await giveTo(inner, user)
    else await lchown(inner, user.uid, user.gid)
  }
}
