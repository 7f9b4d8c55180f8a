import { chmod, cp, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { findInstalled, readyBinaries } from '../../src/db/embedded/binaries.ts'
import { startEmbedded } from '../../src/db/embedded/embedded-server.ts'
import { openDatabase } from '../../src/db/embedded/open-database.ts'
import { reportWhenSlow } from '../../src/db/embedded/sentence.ts'
import { clearPrepared, clearUp, dataFolder, emptyFolder, query } from './launcher-processes.ts'
import { setTimeout as sleep } from 'node:timers/promises'

afterEach(clearUp)
afterAll(clearPrepared)

const start = (dataDir: string) => startEmbedded({ dataDir, durable: false })

test('Chinese text has letters and trigrams, and the order of UTF-8', async () => {
  const server = await start(await dataFolder())
  try {
    const owner = server.url('canmou_owner')
    const [found] = await query(
      owner,
      'create extension pg_trgm',
      `select show_trgm('市场调研') <> '{}' as trigrams, '市' ~ '^\\w$' as letter, current_setting('server_encoding') as encoding`,
    )
    expect(found).toEqual({ trigrams: true, letter: true, encoding: 'UTF8' })
  } finally {
    await server.stop()
  }
})

test('the real thing waits for the disk', async () => {
  const database = await openDatabase({ dataDir: await dataFolder() })
  try {
    const [settings] = await query(
      database.adminUrl,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
    )
    expect(settings).toEqual({ fsync: 'on', commit: 'on', pages: 'on' })
  } finally {
    await database.stop()
  }
})

test('the application role is no superuser, owns nothing and cannot bypass row-level security', async () => {
  const database = await openDatabase({ dataDir: await dataFolder() })
  try {
    const [role] = await query(
      database.appUrl,
      'select current_user, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
    )
    expect(role).toEqual({
      current_user: 'canmou_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
    })
    await expect(query(database.appUrl, 'create table mine ()')).rejects.toMatchObject({ code: '42501' })
    const [owner] = await query(
      database.adminUrl,
      `select datdba::regrole::text as owner, rolsuper from pg_database join pg_roles on rolname = current_user where datname = 'canmou'`,
    )
    expect(owner).toEqual({ owner: 'canmou_owner', rolsuper: false })
  } finally {
    await database.stop()
  }
})

test('nobody gets in without the password, which only its owner can read', async () => {
  const folder = await dataFolder()
  const server = await start(folder)
  try {
    const url = new URL(server.url('postgres'))
    url.password = 'guessed'
    await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    const [settings] = await query(
      server.url('postgres'),
      `select current_setting('listen_addresses') as addresses, (select rolpassword from pg_authid where rolname = 'canmou_app') as kept`,
    )
    expect(settings?.['addresses']).toBe('127.0.0.1')
    expect(settings?.['kept']).toMatch(/^SCRAM-SHA-256\$/)
    expect((await stat(path.join(folder, 'database-access.json'))).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).not.toContain('initial-password')
  } finally {
    await server.stop()
  }
})

test('the port of the last start is kept, and another one taken where it is gone', async () => {
  const folder = await dataFolder()
  const first = await start(folder)
  await first.stop()
  const second = await start(folder)
  await second.stop()
  expect(second.port).toBe(first.port)
  const squatter = createServer().listen(first.port, '127.0.0.1')
  try {
    const third = await start(folder)
    expect(third.port).not.toBe(first.port)
    expect(await query(third.url('canmou_app'), 'select 1 as one')).toEqual([{ one: 1 }])
    await third.stop()
  } finally {
    squatter.close()
  }
})

test('a database of your own is used as it is, each session of the application in its role', async () => {
  const server = await start(await dataFolder())
  try {
    const databaseUrl = `${server.url('canmou_owner')}?application_name=canmou`
    const database = await openDatabase({ databaseUrl, dataDir: '/nonexistent' })
    expect(database.adminUrl).toBe(databaseUrl)
    expect(
      await query(
        database.appUrl,
        `select current_user, session_user, current_setting('application_name') as name`,
      ),
    ).toEqual([{ current_user: 'canmou_app', session_user: 'canmou_owner', name: 'canmou' }])
    await database.stop()
    expect(await query(server.url('canmou_owner'), 'select 1 as one')).toEqual([{ one: 1 }])
  } finally {
    await server.stop()
  }
})

test('programs that the account cannot reach, without their library links, are copied to where it can', async () => {
  const folder = await emptyFolder()
  await chmod(folder, 0o755)
  const closed = path.join(folder, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const native = path.join(closed, 'native')
  const installed = await findInstalled()
  await cp(installed.native, native, { recursive: true })
  const lib = path.join(native, 'lib')
  for (const entry of await readdir(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(path.join(lib, entry.name))
  }
  const isRoot = process.getuid?.() === 0
  const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : undefined
  const copies = path.join(folder, 'copies')
  const ready = await readyBinaries(nobody, undefined, { native, version: installed.version, copies })
  // Where we run it ourselves nothing is closed to us: only the links are made.
  expect(path.relative(isRoot ? copies : native, ready.postgres)).toMatch(
    isRoot ? /^postgresql-[^/]*\/bin/ : /^bin/,
  )
  const again = await readyBinaries(nobody, undefined, { native, version: installed.version, copies })
  expect(again).toEqual(ready)
})

test('what takes longer than two seconds is told, what does not is not', async () => {
  const told: string[] = []
  const tell = (ms: number) =>
    reportWhenSlow(
      ({ en }) => told.push(en),
      { zh: '', en: String(ms) },
      () => sleep(ms),
    )
  await Promise.all([tell(1_500), tell(2_500)])
  expect(told).toEqual(['2500'])
})
