import { afterAll, afterEach, expect, test } from 'vitest'
import { startEmbedded, type EmbeddedServer } from '../../src/db/embedded/embedded-server.ts'
import { migrate } from '../../src/db/migrate.ts'
import { clearPrepared, clearUp, dataFolder, query } from './launcher-processes.ts'

afterEach(clearUp)
afterAll(clearPrepared)

test('an extension of the administrator may stand beside the tables, and keeps its own rights', async () => {
  await onServer(async (server) => {
    await query(server.url('postgres', 'canmou'), 'create extension pg_stat_statements')
    await migrate(server.url('canmou_owner'))
    const [rights] = await query(
      server.url('canmou_owner'),
      `select has_function_privilege('canmou_app', 'act_as(uuid)', 'execute') as "ours",
              has_function_privilege('canmou_app', 'pg_stat_statements_reset(oid, oid, bigint, boolean)', 'execute') as "theirs",
              exists (select from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                      where p.pronamespace = 'public'::regnamespace and p.proowner = current_user::regrole
                        and p.proname = 'act_as' and a.grantee = 0) as "everybody"`,
    )
    expect(rights).toEqual({ ours: true, theirs: false, everybody: false })
  })
})

test('a file that ran in a former wording of the same meaning is known; one that was changed is refused', async () => {
  await onServer(async (server) => {
    const owner = server.url('canmou_owner')
    await migrate(owner)
    await query(
      owner,
      `update migrations set sha256 = '7e5da0feef5bc009820b1e57e237e03c1bc5482c236fd4ed36fb416ad328cffa'
       where name = '0001-foundation.sql'`,
    )
    expect(await migrate(owner)).toEqual([])
    await query(owner, `update migrations set sha256 = 'another' where name = '0001-foundation.sql'`)
    await expect(migrate(owner)).rejects.toMatchObject({ code: 'MIGRATION_CHANGED' })
  })
})

async function onServer(work: (server: EmbeddedServer) => Promise<void>): Promise<void> {
  const server = await startEmbedded({ dataDir: await dataFolder(), durable: false })
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}
