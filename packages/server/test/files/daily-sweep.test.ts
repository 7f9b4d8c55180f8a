import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { scheduleSweep } from '../../src/files/sweep-files.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'

const clock = { at: new Date('2026-11-24T01:00:00Z') }
const app = useApp({ now: () => clock.at })
const day = 24 * 3600_000

describe('the daily sweep of files', () => {
  it('is in line once, whoever starts, and again the day after', async () => {
    const context = {
      database: app.database,
      catalogue: await loadCatalogue(catalogueFolder),
      files: new FileStore(app.filesDir),
      events: new EventEmitter(),
      now: () => clock.at,
    }
    const waiting = () =>
      app.database.call<{ runAt: string }>(`select run_at as "runAt" from jobs where kind = 'sweepFiles'`)
    await scheduleSweep(context)
    await scheduleSweep(context)
    expect(await waiting()).toEqual([{ runAt: clock.at.toISOString() }])

    expect(await app.app.jobs.runDue()).toBe(1)
    expect(await waiting()).toEqual([{ runAt: new Date(clock.at.getTime() + day).toISOString() }])
    clock.at = new Date(clock.at.getTime() + day)
    expect(await app.app.jobs.runDue()).toBe(1)
  })
})
