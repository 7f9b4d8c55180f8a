import { spawn } from 'node:child_process'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { clusterProcesses } from '../../src/db/embedded/cluster-processes.ts'
import { startEmbedded } from '../../src/db/embedded/embedded-server.ts'
import {
  clearPrepared,
  clearUp,
  dataFolder,
  emptyFolder,
  heldByOtherProgram,
  holdInOtherProgram,
  isAlive,
  query,
  until,
} from './launcher-processes.ts'

afterEach(clearUp)
afterAll(clearPrepared)

const keepARow = ['create table kept (note text)', `insert into kept values ('市场')`]

async function expectRowKept(folder: string): Promise<void> {
  const server = await startEmbedded({ dataDir: folder, durable: false })
  try {
    expect(await query(server.url('canmou_owner'), 'select note from kept')).toEqual([{ note: '市场' }])
  } finally {
    await server.stop()
  }
}

/** The shell that waits for the program's death in order to stop the database. */
async function watcherOf(postmaster: number): Promise<number> {
  for (const name of await readdir('/proc')) {
    const words = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (words.includes('read -r _') && words.split('\0').includes(String(postmaster))) return Number(name)
  }
  throw new Error('there is no watcher')
}

test('when the program is killed, the database stops by itself, cleanly', async () => {
  const folder = await dataFolder()
  const { child, pid, adminUrl } = await heldByOtherProgram(folder, 'durable')
  await query(adminUrl, ...keepARow)
  child.kill('SIGKILL')
  await until(() => !isAlive(pid))
  const lines: string[] = []
  const server = await startEmbedded({
    dataDir: folder,
    durable: false,
    onLogLine: (line) => lines.push(line),
  })
  await server.stop()
  expect(lines.join('\n')).toContain('database system was shut down')
  await expectRowKept(folder)
})

test('an orphaned server is stopped by the next start, and nothing is lost', async () => {
  const folder = await dataFolder()
  const { child, exit, pid, adminUrl } = await heldByOtherProgram(folder, 'durable')
  await query(adminUrl, ...keepARow)
  process.kill(await watcherOf(pid), 'SIGKILL')
  child.kill('SIGKILL')
  await exit
  expect(isAlive(pid)).toBe(true)
  await expectRowKept(folder)
  expect(isAlive(pid)).toBe(false)
})

test('a backend that outlived its killed postmaster is gone before the next server starts', async () => {
  const folder = await dataFolder()
  const { child, exit, pid, adminUrl } = await heldByOtherProgram(folder, 'durable')
  await query(adminUrl, ...keepARow)
  process.kill(await watcherOf(pid), 'SIGKILL')
  child.kill('SIGKILL')
  await exit
  const cluster = path.join(folder, 'postgres')
  const backends = (await clusterProcesses(cluster, pid)).filter((process) => process !== pid)
  const [survivor = 0] = backends
  process.kill(survivor, 'SIGSTOP')
  process.kill(pid, 'SIGKILL')
  await until(() => !isAlive(pid))
  expect(isAlive(survivor)).toBe(true)
  // It cannot read a signal while it is stopped; it is woken when the next start is already waiting for it.
  const wake = setTimeout(() => process.kill(survivor, 'SIGCONT'), 300)
  await expectRowKept(folder)
  clearTimeout(wake)
  expect(isAlive(survivor)).toBe(false)
})

test('after a SIGKILL of everything the next start recovers what was committed', async () => {
  const folder = await emptyFolder()
  const { child, exit, pid, adminUrl } = await heldByOtherProgram(folder, 'durable')
  await query(adminUrl, ...keepARow)
  process.kill(await watcherOf(pid), 'SIGKILL')
  process.kill(pid, 'SIGKILL')
  child.kill('SIGKILL')
  await exit
  await expectRowKept(folder)
})

test('a postmaster.pid whose number belongs to another program now keeps nobody out, and that program lives', async () => {
  const folder = await dataFolder()
  const first = await startEmbedded({ dataDir: folder, durable: false })
  await first.stop()
  // Of the database's own account: for another one PostgreSQL itself would see that it is none of its own.
  const { uid, gid } = await stat(path.join(folder, 'postgres'))
  const account = process.getuid?.() === 0 ? { uid, gid } : {}
  const stranger = spawn('sleep', ['60'], { ...account, cwd: '/' })
  try {
    const stale = [
      stranger.pid,
      path.join(folder, 'postgres'),
      1,
      first.port,
      '',
      '127.0.0.1',
      '  1 1',
      'ready',
      '',
    ]
    await writeFile(path.join(folder, 'postgres', 'postmaster.pid'), stale.join('\n'))
    const server = await startEmbedded({ dataDir: folder, durable: false })
    await server.stop()
    expect(isAlive(stranger.pid ?? 0)).toBe(true)
  } finally {
    stranger.kill()
  }
})

test('a start that is killed while it makes the database leaves nothing in the way', async () => {
  const folder = await emptyFolder()
  const { child, exit } = holdInOtherProgram(folder, 'durable')
  await until(async () => (await readdir(folder)).includes('postgres.new'))
  child.kill('SIGKILL')
  await exit
  const server = await startEmbedded({ dataDir: folder, durable: false })
  await server.stop()
  expect(await readdir(folder)).not.toContain('postgres.new')
})

test('Ctrl-C in the terminal stops the program and its database cleanly', async () => {
  const folder = await dataFolder()
  const { child, exit, pid } = await heldByOtherProgram(folder)
  // The terminal signals the whole process group.
  process.kill(-(child.pid ?? 0), 'SIGINT')
  expect(await exit).toBe(0)
  expect(isAlive(pid)).toBe(false)
  expect(await readdir(path.join(folder, 'postgres'))).not.toContain('postmaster.pid')
})

test('the end of a database that is killed under a living program is told', async () => {
  const server = await startEmbedded({ dataDir: await dataFolder(), durable: false })
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  // Whoever hears of the end stops, and may be asked to stop at the same time.
  await Promise.all([server.stop(), server.stop()])
})
