import { EventEmitter } from 'node:events'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import { openWork, type Work } from '../../src/work/work.ts'
import { useApp } from '../app.ts'
import { catalogueFolder } from '../folders.ts'
import { look, untrue, type Sight } from './foretold.ts'
import { Player } from './player.ts'
import { scenariosByProcess } from './scenario.ts'

const clock = { at: new Date('2026-11-24T01:00:00Z') }
const app = useApp({ now: () => clock.at })
let desk: Work | undefined

beforeAll(async () => {
  desk = openWork({
    database: app.database,
    catalogue: await loadCatalogue(catalogueFolder),
    files: new FileStore('/nonexistent'),
    events: new EventEmitter(),
    now: () => clock.at,
  })
})

describe.each(scenariosByProcess())(
  '$process over HTTP, what 预计后续环节 says at each step, and who is told to be next before each is done',
  ({ scenarios }) => {
    it.each(scenarios)('$name', async (scenario) => {
      if (!desk) throw new Error('no desk')
      const sights: Sight[] = []
      const known = new Set<string>()
      const played = await new Player(app, desk, clock).play(scenario, async (id) => {
        sights.push(await look(app, id, known))
      })
      const { expect: expected } = scenario
      expect(played.incidents).toEqual([])
      expect(played.trace).toEqual(expected.trace)
      expect(played.status).toBe(expected.status)
      expect(expected.absent?.filter((id) => played.entered.has(id)) ?? []).toEqual([])
      expect(played.published).toEqual(expected.published ?? [])
      if (expected.open) expect(played.open.sort()).toEqual([...expected.open].sort())
      if (expected.versions !== undefined) expect(played.versions).toBe(expected.versions)
      expect(played.variables).toMatchObject(expected.variables ?? {})
      expect(untrue(sights, scenario, played.status)).toEqual([])
      expect(played.untold).toEqual([])
    })
  },
)
