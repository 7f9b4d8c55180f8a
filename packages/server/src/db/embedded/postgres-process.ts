import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import type { Binaries } from './binaries.ts'
import { clusterName, postgresEnv } from './cluster.ts'
import type { DatabaseUser } from './database-user.ts'
import { saysDiskFull } from './disk-full.ts'
import { LaunchError } from './launch-error.ts'
import { isPortTaken, LastLines } from './postgres-output.ts'

const PORT_ATTEMPTS = 10
const FAST_STOP_MS = 30_000

/** A running PostgreSQL. `ended` settles when it has ended, for whatever reason, with its last output. */
export type PostgresProcess = { pid: number; port: number; ended: Promise<string>; stop: () => Promise<void> }

type Launch = {
  folder: string
  cluster: string
  binaries: Binaries
  user: DatabaseUser | undefined
  settings: Record<string, string>
  onLogLine: ((line: string) => void) | undefined
}

/** Starts PostgreSQL on `firstPort` or, where that is taken, on another free port of 127.0.0.1. */
export async function startPostgres(launch: Launch, firstPort: number | undefined): Promise<PostgresProcess> {
  const tried: number[] = []
  while (tried.length < PORT_ATTEMPTS) {
    const port = (tried.length === 0 ? firstPort : undefined) ?? (await freePort())
    tried.push(port)
    const started = await tryPort(launch, port)
    if (started) return started
  }
  throw new LaunchError('NO_FREE_PORT', { tried: tried.join(', ') })
}

/** Resolves to nothing where the port is taken. */
async function tryPort(launch: Launch, port: number): Promise<PostgresProcess | undefined> {
  const child = spawnPostgres(launch, port)
  const output = new LastLines()
  const ended = new Promise<string>((resolve) => {
    child.on('close', () => resolve(output.text())).on('error', (error) => resolve(String(error)))
  })
  const ready = new Promise<'ready'>((resolve) => {
    output.follow(child.stderr, (line) => {
      launch.onLogLine?.(line)
      if (line.includes('database system is ready to accept connections')) resolve('ready')
    })
  })
  const last = await Promise.race([ready, ended])
  if (last === 'ready' && child.pid !== undefined) {
    const watch = stopWithParent(child.pid, launch.user)
    void ended.then(() => watch?.kill('SIGKILL'))
    return { pid: child.pid, port, ended, stop: () => stop(child, ended) }
  }
  if (isPortTaken(last)) return undefined
  if (saysDiskFull(last)) throw new LaunchError('DISK_FULL', { folder: launch.folder })
  throw new LaunchError('DATABASE_NOT_STARTED', { folder: launch.folder, lastLines: last })
}

function spawnPostgres({ cluster, binaries, user, settings }: Launch, port: number): ChildProcess {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    lc_messages: 'C',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_checkpoints: 'off',
    ...settings,
  }
  return spawn(
    binaries.postgres,
    [
      '-D',
      clusterName(cluster, user),
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // Its own session: Ctrl-C in the terminal must reach us alone, so that open work ends before its database does.
    { ...user, cwd: cluster, env: postgresEnv, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  )
}

/**
 * When we are killed, nobody is left to stop the database. A shell of a few hundred kilobytes waits on a pipe that only
 * we hold; the pipe closes with our death, and it sends the signal for a clean stop.
 */
function stopWithParent(pid: number, user: DatabaseUser | undefined): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const watch = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$0"', String(pid)], {
    ...user,
    cwd: '/',
    env: postgresEnv,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // The database runs without it too; the next start finds and stops an orphan.
  watch.on('error', () => undefined)
  watch.stdin?.on('error', () => undefined)
  watch.unref()
  return watch
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), FAST_STOP_MS)
  await ended
  clearTimeout(impatient)
}

async function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
