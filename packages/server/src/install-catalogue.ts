import type { Catalogue } from './catalogue/catalogue.ts'
import type { Database } from './db/database.ts'
import { demoPassword } from './identity/demo-password.ts'
import { hashPassword } from './identity/password.ts'
import { installDemoPeople, installOrganization } from './organization/install-organization.ts'
import { installProcesses } from './processes/install-processes.ts'
import { installDemoRecords } from './records/install-demo-records.ts'

/**
 * Brings the catalogue into the database: organisation and processes at every start, the demo organisation into a database
 * without people, and the demo entries of the registers where there are demo people. Safe to repeat, and for several servers at once.
 */
export async function installCatalogue(
  database: Database,
  catalogue: Catalogue,
  password = demoPassword().value,
): Promise<{ isDemo: boolean }> {
  await installOrganization(database, catalogue)
  await installDemoPeople(database, catalogue, () => hashPassword(password))
  await installProcesses(database, catalogue)
  await installDemoRecords(database, catalogue)
  const demo = await database.asSystem((tx) => tx.first('select from people where is_demo limit 1'))
  return { isDemo: demo !== undefined }
}
