import { EventEmitter } from 'node:events'
import { beforeAll } from 'vitest'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { FileStore } from '../../src/files/file-store.ts'
import type { Actor } from '../../src/http/actor.ts'
import { openWork, type Work } from '../../src/work/work.ts'
import type { TestDatabaseHandle } from '../database.ts'
import { catalogueFolder } from '../folders.ts'

export interface TwoServers {
  /** Each has a copy of every instance of its own, and neither waits for the other. */
  readonly all: readonly [Work, Work]
  /** A demo person as a server knows him once he is signed in. */
  actor: (usernameOrId: string) => Actor
}

/** Two servers of one database, for the test file that calls this at its top. */
export function useTwoServers(handle: TestDatabaseHandle): TwoServers {
  let all: readonly [Work, Work] | undefined
  const actors = new Map<string, Actor>()
  beforeAll(async () => {
    const catalogue = await loadCatalogue(catalogueFolder)
    const open = (): Work =>
      openWork({
        database: handle.database,
        catalogue,
        files: new FileStore('/nonexistent'),
        events: new EventEmitter(),
        now: () => new Date(),
      })
    all = [open(), open()]
    const people = await handle.database.asSystem((tx) =>
      tx.query<Pick<Actor, 'id' | 'username' | 'name' | 'departmentId' | 'positions'>>(
        `select p.id, p.username, p.name, p.department_id as "departmentId",
                array(select a.position_id from position_assignments a where a.person_id = p.id) as positions
         from people p`,
      ),
    )
    for (const person of people) {
      const actor: Actor = { ...person, clearance: 'confidential', locale: 'zh-CN' }
      actors.set(person.id, actor)
      actors.set(person.username, actor)
    }
  })
  return {
    get all() {
      if (!all) throw new Error('The servers are there from beforeAll on')
      return all
    },
    actor(name) {
      const actor = actors.get(name)
      if (!actor) throw new Error(`There is no demo person ${name}`)
      return actor
    },
  }
}
