import { execFile } from 'node:child_process'
import { readFile, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { reportWhenSlow, type OnProgress } from './sentence.ts'

const run = promisify(execFile)

/**
 * Stops what a killed program has left running on `cluster` and removes a `postmaster.pid` that no longer means
 * anything. The caller holds the folder's lock, so whatever runs here has no owner any more.
 *
 * PostgreSQL itself trusts the pid in that file: when it now belongs to another program it refuses to start for ever.
 * So we look at the processes instead, at all of them: a backend may outlive its killed postmaster, and a second
 * postmaster beside it would destroy data.
 */
export async function stopOrphans(cluster: string, onProgress?: OnProgress): Promise<void> {
  const pidFile = path.join(cluster, 'postmaster.pid')
  const postmaster = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10)
  const running = await clusterProcesses(cluster, postmaster)
  if (running.length > 0) {
    await reportWhenSlow(
      onProgress,
      {
        zh: '上次的数据库还在运行，正在停止它',
        en: 'The database of the last run is still there, stopping it',
      },
      () => stopAll(cluster, postmaster),
    )
  }
  await rm(pidFile, { force: true })
}

async function stopAll(cluster: string, postmaster: number): Promise<void> {
  // PostgreSQL's own order of urgency: SIGINT shuts down at once and cleanly, SIGQUIT leaves recovery to the next
  // start; SIGKILL is for a process that no longer listens.
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ]
  for (const [signal, patience] of steps) {
    const running = await clusterProcesses(cluster, postmaster)
    // The postmaster tells its children; without one each has to be told.
    for (const pid of running.includes(postmaster) && signal !== 'SIGKILL' ? [postmaster] : running)
      send(pid, signal)
    const deadline = Date.now() + patience
    while (Date.now() < deadline) {
      if ((await clusterProcesses(cluster, postmaster)).length === 0) return
      await sleep(20)
    }
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The pids of all PostgreSQL processes that work in the folder `cluster`. `postmaster` is the pid its file names. */
export async function clusterProcesses(cluster: string, postmaster: number): Promise<number[]> {
  if (process.platform !== 'linux') return (await isPostmaster(postmaster, cluster)) ? [postmaster] : []
  const folder = await stat(cluster).catch(() => undefined)
  if (!folder) return []
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(
    pids.map(async (pid) => {
      try {
        // Each PostgreSQL process has the cluster as its working folder; a person's shell there is not one.
        const at = await stat(`/proc/${String(pid)}/cwd`)
        if (at.dev !== folder.dev || at.ino !== folder.ino) return false
        return (await readFile(`/proc/${String(pid)}/comm`, 'utf8')).trim() === 'postgres'
      } catch {
        return false
      }
    }),
  )
  return pids.filter((_, index) => found[index])
}

async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  if (!(pid > 0)) return false
  const command = await run('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return command.stdout.includes('postgres') && command.stdout.includes(cluster)
}
