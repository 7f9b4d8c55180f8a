import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServerAccess } from '../src/db/embedded/test-server.ts'
import { migrate } from '../src/db/migrate.ts'
import { loadCatalogue } from '../src/catalogue/load-catalogue.ts'
import { openPool } from '../src/db/database.ts'
import { installCatalogue } from '../src/install-catalogue.ts'
import { testPassword } from './demo.ts'
import { catalogueFolder } from './folders.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: TestServerAccess
  }
}

/**
 * One PostgreSQL for the run. Its database `canmou`, migrated and filled with the catalogue and its demo organisation, is the template of
 * which each test file gets its own copy (`database.ts`).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  try {
    await migrate(server.access.adminUrl)
    const database = openPool(server.access.appUrl)
    const catalogue = await loadCatalogue(catalogueFolder)
    await installCatalogue(database, catalogue, testPassword)
    await database.close()
    project.provide('databaseServer', server.access)
  } catch (error) {
    await server.stop()
    throw error
  }
  return () => server.stop()
}
