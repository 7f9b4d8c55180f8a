import { execFile } from 'node:child_process'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { startEmbedded } from '../../src/db/embedded/embedded-server.ts'
import { clearUp, emptyFolder, query, refusal } from './launcher-processes.ts'

const run = promisify(execFile)
afterEach(clearUp)

/** Runs `work` with a folder on a file system of its own. */
async function onSmallDisk(size: string, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = path.join(await emptyFolder(), 'disk')
  await mkdir(folder)
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  try {
    await work(folder)
  } finally {
    await run('umount', ['--lazy', folder])
  }
}

// Only root may mount, and not in every container; elsewhere the two tests with a size limit are what can be had.
const canMount = await onSmallDisk('1m', () => Promise.resolve()).then(
  () => true,
  () => false,
)

/** Writes files into `folder` until not even a small one fits. */
async function fill(folder: string): Promise<void> {
  await mkdir(folder)
  let number = 0
  const fits = (size: number) =>
    writeFile(path.join(folder, String(number++)), Buffer.alloc(size)).then(
      () => true,
      () => false,
    )
  while (await fits(1_000_000));
  while (await fits(4_096));
}

// A limit on the size of files is a disk that anybody may fill up: the first write past it fails.
test('a limit met while the database is made is told as a full disk, and nothing half-made stays', async () => {
  const folder = await emptyFolder()
  const { refused, sentence } = await refusal(folder, { shellPrefix: 'ulimit -f 2048' })
  expect(refused).toBe('DISK_FULL')
  expect(sentence.zh).toContain('磁盘已满')
  expect((await readdir(folder)).filter((name) => name.startsWith('postgres'))).toEqual([])
  const server = await startEmbedded({ dataDir: folder, durable: false })
  await server.stop()
})

test('a limit met by the start of an existing database is told as a full disk', async () => {
  const folder = await emptyFolder()
  const first = await startEmbedded({ dataDir: folder, durable: false })
  await query(first.url('canmou_owner'), `create table kept as select '市场' as note`)
  await first.stop()
  expect((await refusal(folder, { shellPrefix: 'ulimit -f 0' })).refused).toBe('DISK_FULL')
  const second = await startEmbedded({ dataDir: folder, durable: false })
  expect(await query(second.url('canmou_owner'), 'select note from kept')).toEqual([{ note: '市场' }])
  await second.stop()
})

if (canMount) {
  test('a full file system is told as one, and the data is there again when there is room', () =>
    onSmallDisk('90m', async (disk) => {
      const folder = path.join(disk, 'data')
      const first = await startEmbedded({ dataDir: folder, durable: false })
      await query(first.url('canmou_owner'), `create table kept as select '市场' as note`)
      await first.stop()
      const ballast = path.join(disk, 'ballast')
      await fill(ballast)
      expect((await refusal(folder)).refused).toBe('DISK_FULL')
      await rm(ballast, { recursive: true })
      const second = await startEmbedded({ dataDir: folder, durable: false })
      expect(await query(second.url('canmou_owner'), 'select note from kept')).toEqual([{ note: '市场' }])
      await second.stop()
    }))

  test('a file system too small for a database is told as a full disk', () =>
    onSmallDisk('8m', async (disk) => {
      expect((await refusal(path.join(disk, 'data'))).refused).toBe('DISK_FULL')
    }))
}
