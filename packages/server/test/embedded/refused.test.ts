import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { startEmbedded } from '../../src/db/embedded/embedded-server.ts'
import {
  clearPrepared,
  clearUp,
  dataFolder,
  emptyFolder,
  fingerprint,
  heldByOtherProgram,
  holdInOtherProgram,
  query,
  refusal,
} from './launcher-processes.ts'

afterEach(clearUp)
afterAll(clearPrepared)

const start = (dataDir: string) => startEmbedded({ dataDir, durable: false })

test('a second program on the same folder is told who holds it, and the first goes on', async () => {
  const folder = await dataFolder()
  const { child, pid, adminUrl } = await heldByOtherProgram(folder)
  const { refused, sentence } = await refusal(folder)
  expect(refused).toBe('DATA_FOLDER_IN_USE')
  expect(sentence.zh).toContain(`pid ${String(child.pid)}`)
  expect(sentence.en).toContain('Nothing was touched')
  expect(await query(adminUrl, 'select pg_backend_pid() > 0 as lives')).toEqual([{ lives: true }])
  await expect(start(folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' })
  process.kill(pid, 0)
})

test('a second start within one program is refused and does not break the lock of the first', async () => {
  const folder = await dataFolder()
  const first = await start(folder)
  try {
    await expect(start(folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' })
    expect((await refusal(folder)).refused).toBe('DATA_FOLDER_IN_USE')
  } finally {
    await first.stop()
  }
  const next = await start(folder)
  await next.stop()
})

test('the lock lasts as long as its holder, also when nothing refers to it any more', async () => {
  const folder = await emptyFolder()
  const lock = path.join(import.meta.dirname, '../../src/db/embedded/folder-lock.ts')
  const program = `import { takeFolderLock } from ${JSON.stringify(lock)}
    const take = () => { takeFolderLock(process.argv[1]); return undefined }
    take()
    for (let round = 0; round < 3; round++) { globalThis.gc(); await new Promise((done) => setTimeout(done, 10)) }
    console.log('held')
    setInterval(() => undefined, 1000)`
  const args = ['--expose-gc', '--input-type=module', '-e', program, folder]
  const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(holder.stdout, 'data')
    expect((await refusal(folder)).refused).toBe('DATA_FOLDER_IN_USE')
  } finally {
    holder.kill('SIGKILL')
  }
  await once(holder, 'exit')
  const server = await start(folder)
  await server.stop()
})

test('of two programs that start on a new folder at once exactly one gets it', async () => {
  const folder = path.join(await emptyFolder(), 'new')
  const said = await Promise.all([holdInOtherProgram(folder).first, holdInOtherProgram(folder).first])
  expect(said.map((one) => ('refused' in one ? one.refused : 'open')).toSorted()).toEqual([
    'DATA_FOLDER_IN_USE',
    'open',
  ])
})

test('a folder of another major version is refused with the way out, untouched', async () => {
  const folder = await dataFolder()
  await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '17\n')
  const before = await fingerprint(path.join(folder, 'postgres'))
  const { refused, sentence } = await refusal(folder)
  expect(refused).toBe('DATA_FOLDER_VERSION')
  expect(sentence.zh).toContain('pg_dumpall')
  expect(sentence.en).toMatch(/PostgreSQL 17.*PostgreSQL 18.*pg_dumpall/)
  expect(await fingerprint(path.join(folder, 'postgres'))).toEqual(before)
})

test("somebody else's folder is refused, and not a file is added", async () => {
  const folder = await emptyFolder()
  await writeFile(path.join(folder, 'thesis.txt'), 'mine')
  const before = await fingerprint(folder)
  const { refused, sentence } = await refusal(folder)
  expect(refused).toBe('DATA_FOLDER_FOREIGN')
  expect(sentence.zh).toContain('thesis.txt')
  expect(await fingerprint(folder)).toEqual(before)
})

test('a file in the place of the folder is refused', async () => {
  const file = path.join(await emptyFolder(), 'file')
  await writeFile(file, 'mine')
  await expect(start(file)).rejects.toMatchObject({ code: 'DATA_FOLDER_FOREIGN' })
})

test.each(['postgres/global/pg_control', 'postgres/PG_VERSION', 'database-access.json'])(
  'a data folder without its %s is refused, untouched',
  async (missing) => {
    const folder = await dataFolder()
    await rm(path.join(folder, missing))
    const before = await fingerprint(path.join(folder, 'postgres'))
    await expect(start(folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_DAMAGED', details: { missing } })
    expect(await fingerprint(path.join(folder, 'postgres'))).toEqual(before)
  },
)

test('a cluster that PostgreSQL cannot read is reported with its own words', async () => {
  const folder = await dataFolder()
  await writeFile(path.join(folder, 'postgres', 'global', 'pg_control'), Buffer.alloc(8192))
  await expect(start(folder)).rejects.toMatchObject({
    code: 'DATABASE_NOT_STARTED',
    sentence: { en: expect.stringMatching(/FATAL|PANIC/) as string },
  })
})

test('a folder that this user may not enter is refused', async () => {
  const folder = await emptyFolder()
  const closed = path.join(folder, 'closed')
  await mkdir(closed, { mode: 0o000 })
  // Nothing is closed to root, so root becomes somebody else while it tries.
  const isRoot = process.getuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    await expect(start(closed)).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_YOURS' })
    await expect(start(path.join(closed, 'inner'))).rejects.toMatchObject({ code: 'DATA_FOLDER_NOT_YOURS' })
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
  expect(await readdir(folder)).toEqual(['closed'])
})
