// `npm run generate`: writes what is generated from the migrations and the routes.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildApp } from '../../src/app.ts'
import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts'
import { openPool } from '../../src/db/database.ts'
import { startTestServer } from '../../src/db/embedded/test-server.ts'
import { migrate } from '../../src/db/migrate.ts'
import { catalogueFolder } from '../folders.ts'
import { generatedFiles } from './generated-files.ts'

const server = await startTestServer()
const filesDir = await mkdtemp(path.join(tmpdir(), 'canmou-files-'))
try {
  await migrate(server.access.adminUrl)
  const database = openPool(server.access.appUrl)
  const app = await buildApp({ database, catalogue: await loadCatalogue(catalogueFolder), filesDir })
  await app.ready()
  for (const { place, text } of await generatedFiles(app, server.access.adminUrl))
    await writeFile(place, text)
  await app.close()
  await database.close()
} finally {
  await rm(filesDir, { recursive: true, force: true })
  await server.stop()
}
