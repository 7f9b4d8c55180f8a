import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { openPool, type Database } from '../src/db/database.ts'
import { createDatabaseFromTemplate, type TestDatabase } from '../src/db/embedded/test-server.ts'

export interface TestDatabaseHandle {
  /** As the server's own role. */
  readonly database: Database
  /** As the owner of the tables, for set-ups that the server itself could not make. */
  readonly adminUrl: string
  readonly appUrl: string
  /** Id of a demo person by user name. */
  idOf: (username: string) => string
}

/** A database of its own for the test file that calls this at its top: migrated, with the demo organisation. */
export function useDatabase(): TestDatabaseHandle {
  let copy: TestDatabase | undefined
  let database: Database | undefined
  const ids = new Map<string, string>()
  beforeAll(async () => {
    copy = await createDatabaseFromTemplate(
      inject('databaseServer'),
      `test_${randomUUID().replaceAll('-', '')}`,
    )
    database = openPool(copy.appUrl)
    const people = await database.asSystem((tx) =>
      tx.query<{ id: string; username: string }>('select id, username from people'),
    )
    for (const { id, username } of people) ids.set(username, id)
  })
  afterAll(async () => {
    await database?.close()
    await copy?.drop()
  })
  const present = <Value>(value: Value | undefined): Value => {
    if (value === undefined) throw new Error('The test database is there from beforeAll on')
    return value
  }
  return {
    get database() {
      return present(database)
    },
    get adminUrl() {
      return present(copy).adminUrl
    },
    get appUrl() {
      return present(copy).appUrl
    },
    idOf(username) {
      const id = ids.get(username)
      if (id === undefined) throw new Error(`There is no demo person ${username}`)
      return id
    },
  }
}
