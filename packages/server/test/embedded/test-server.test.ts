import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createDatabaseFromTemplate, startTestServer } from '../../src/db/embedded/test-server.ts'
import { clearUp, heldByOtherProgram, query } from './launcher-processes.ts'

afterEach(clearUp)

test('a copy of the template has its rows and a life of its own', async () => {
  const server = await startTestServer()
  try {
    await query(
      server.access.adminUrl,
      'create table notes (note text)',
      `insert into notes values ('市场')`,
      'grant select on notes to canmou_app',
    )
    const names = [1, 2].map(() => `copy-${randomUUID()}`)
    const copies = await Promise.all(names.map((name) => createDatabaseFromTemplate(server.access, name)))
    const [first, second] = copies
    if (!first || !second) throw new Error('no copies')
    await query(first.adminUrl, `insert into notes values ('场')`)
    expect(await query(first.appUrl, 'select note from notes')).toHaveLength(2)
    expect(await query(second.appUrl, 'select note from notes')).toEqual([{ note: '市场' }])
    await Promise.all(copies.map((copy) => copy.drop()))
    await expect(query(first.appUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' })
  } finally {
    await server.stop()
  }
})

test('a run clears away what a killed one left and leaves alone what still runs', async () => {
  const [killed, running] = [
    await mkdtemp(path.join(tmpdir(), 'canmou-test-')),
    await mkdtemp(path.join(tmpdir(), 'canmou-test-')),
  ]
  try {
    const dead = await heldByOtherProgram(killed)
    dead.child.kill('SIGKILL')
    await dead.exit
    const alive = await heldByOtherProgram(running)
    const longAgo = new Date(Date.now() - 3_600_000)
    for (const folder of [killed, running]) await utimes(folder, longAgo, longAgo)
    const server = await startTestServer()
    await server.stop()
    expect(existsSync(killed)).toBe(false)
    expect(await query(alive.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  } finally {
    await clearUp()
    await rm(running, { recursive: true, force: true })
    await rm(killed, { recursive: true, force: true })
  }
})
