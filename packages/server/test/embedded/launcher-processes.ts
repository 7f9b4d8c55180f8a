import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { startEmbedded } from '../../src/db/embedded/embedded-server.ts'

export type Held = { pid: number; port: number; adminUrl: string; superUrl: string; log: string[] }
export type Refused = { refused: string; sentence: { zh: string; en: string } }

const run = promisify(execFile)
const program = path.join(import.meta.dirname, 'hold-database.ts')
const children = new Set<ChildProcess>()
const folders = new Set<string>()
let prepared: Promise<string> | undefined

/** A new empty folder, removed after the test. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'canmou-launcher-'))
  folders.add(folder)
  return folder
}

/** A data folder with a stopped, empty database; made once, then copied (as a backup put back would be). */
export async function dataFolder(): Promise<string> {
  prepared ??= prepare()
  const folder = await emptyFolder()
  // `cp` takes a third of the time that Node's own copy of a thousand small files does.
  await run('cp', ['-Rp', `${await prepared}/.`, folder])
  return folder
}

async function prepare(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'canmou-launcher-prepared-'))
  const server = await startEmbedded({ dataDir: folder, durable: false })
  await server.stop()
  return folder
}

/** Starts another program on `folder`. `shellPrefix` runs first in its shell (`ulimit …`). */
export function holdInOtherProgram(folder: string, ...options: ('durable' | { shellPrefix: string })[]) {
  const shellPrefix = options.flatMap((option) => (typeof option === 'object' ? [option.shellPrefix] : []))
  const command = [...shellPrefix, 'exec "$0" "$@"'].join('; ')
  const args = [process.execPath, program, folder, options.includes('durable') ? 'durable' : 'fast']
  // A process group of its own, as a terminal gives to what is started in it.
  const child = spawn('/bin/sh', ['-c', command, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve))
  void exit.then(() => children.delete(child))
  const first = new Promise<Held | Refused>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve(JSON.parse(line) as Held | Refused),
    )
    void exit.then((code) => reject(new Error(`ended with ${String(code)} before it said anything`)))
  })
  first.catch(() => undefined)
  return { child, exit, first }
}

/** Starts another program on `folder` and waits until it has the database open. */
export async function heldByOtherProgram(
  folder: string,
  ...options: Parameters<typeof holdInOtherProgram>[1][]
) {
  const program = holdInOtherProgram(folder, ...options)
  const first = await program.first
  if ('refused' in first) throw new Error(`refused: ${first.sentence.en}`)
  return { ...program, ...first }
}

/** Starts another program on `folder` and returns why it was refused. */
export async function refusal(
  folder: string,
  ...options: Parameters<typeof holdInOtherProgram>[1][]
): Promise<Refused> {
  const { first, exit } = holdInOtherProgram(folder, ...options)
  const said = await first
  if (!('refused' in said)) throw new Error('was not refused')
  if ((await exit) !== 3) throw new Error('did not end by itself')
  return said
}

/** Runs statements in one session and returns the rows of the last. */
export async function query(address: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A dead process whose new parent never asks for its end (the first process of a container) keeps its number.
    return !/\) Z /.test(readFileSync(`/proc/${String(pid)}/stat`, 'latin1'))
  } catch {
    return false
  }
}

/** Waits until `condition` holds; fails after ten seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(10))
    if (await condition()) return
  throw new Error('waited ten seconds in vain')
}

/** All files below `folder` with their content, size and time of change: equal before and after means untouched. */
export async function fingerprint(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder, { recursive: true })
  const entries = await Promise.all(
    names.toSorted().map(async (name) => {
      const file = path.join(folder, name)
      const { mtimeMs, mode, uid, size } = await stat(file)
      const small = size < 10_000 && (await stat(file)).isFile() ? await readFile(file, 'latin1') : ''
      return [name, `${String(mtimeMs)} ${String(mode)} ${String(uid)} ${String(size)} ${small}`] as const
    }),
  )
  return Object.fromEntries(entries)
}

/** Kills what a test has started and removes its folders. */
export async function clearUp(): Promise<void> {
  const exits = [...children].map(async (child) => {
    const exit = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGTERM')
    await exit
  })
  await Promise.all(exits)
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  folders.clear()
}

/** Removes what all tests of a file shared. */
export async function clearPrepared(): Promise<void> {
  if (prepared) await rm(await prepared, { recursive: true, force: true })
}
