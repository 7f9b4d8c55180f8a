import { drawingProblems, type Labels } from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import { CatalogueError } from '../catalogue/load-catalogue.ts'
import { Failure } from '../http/failure.ts'
import type { Catalogue, ProcessEntry } from '../catalogue/catalogue.ts'
import type { Database, Transaction } from '../db/database.ts'
import { compileDefinition } from './compile-definition.ts'
import { fieldProblems } from './field-problems.ts'
import { hashOf } from './versions.ts'

/**
 * Brings the catalogue's processes into the database. What is shipped as in effect counts as signed by the installation;
 * a drawing that has changed with a new release becomes a new version, and running instances stay on theirs (GOV-2). A
 * version that people have signed here is not replaced: the shipped one then waits as a draft. So does every process of the
 * installation's own catalogue. Fails with CATALOGUE_INVALID where a drawing cannot run.
 */
export async function installProcesses(database: Database, catalogue: Catalogue): Promise<void> {
  const entries = [...catalogue.processes.values()]
  for (const entry of entries) {
    if (entry.isOwn || entry.definition.status === 'inEffect') await compileEntry(entry, catalogue)
  }
  await database.asSystem(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [installLock])
    for (const [sort, entry] of entries.entries()) await installProcess(tx, entry, sort)
  })
}

/** Fails with CATALOGUE_INVALID, naming the element, where the drawing cannot run or does not fit the kinds. */
async function compileEntry({ id, xml, definition }: ProcessEntry, catalogue: Catalogue): Promise<void> {
  try {
    const process = await compileDefinition(xml, definition.processId)
    const wrong = fieldProblems(process, catalogue).map(
      ({ code, elementId, message }) => `${elementId}: ${inWords(drawingProblems[code])}: ${message}`,
    )
    if (wrong.length > 0) throw new CatalogueError([`process ${id}: ${wrong.join('; ')}`])
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const where = (error.details ?? []).map(
      ({ path, elementId = path, message }) =>
        `${elementId}: ${typeof message === 'string' ? message : inWords(message)}`,
    )
    throw new CatalogueError([`process ${id}: ${[error.message, ...where].join('; ')}`])
  }
}

const inWords = (labels: Labels): string => `${labels['zh-CN']} · ${labels.en}`

const installLock = 7_100_003

async function installProcess(tx: Transaction, entry: ProcessEntry, sort: number): Promise<void> {
  const { definition } = entry
  await tx.execute(
    `insert into processes (id, name, description, department_id, starter_positions, record_kinds, sort)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (id) do update
       set name = excluded.name, description = excluded.description, record_kinds = excluded.record_kinds, sort = excluded.sort`,
    [
      entry.id,
      JSON.stringify(definition.name),
      JSON.stringify(definition.description),
      definition.departmentId,
      definition.starterPositions,
      definition.recordKinds,
      sort,
    ],
  )
  const sha256 = hashOf(entry.xml, definition)
  const versions = await tx.query<{ id: string; status: string; signedBy: string | null; isSame: boolean }>(
    `select id, status, signed_by as "signedBy", sha256 = $2 as "isSame"
     from process_versions
     where process_id = $1
     order by version`,
    [entry.id, sha256],
  )
  if (versions.some(({ isSame }) => isSame)) return
  const current = versions.find(({ status }) => status === 'inEffect')
  const takesEffect =
    !entry.isOwn && definition.status === 'inEffect' && (!current || current.signedBy === 'installation')
  await tx.execute(
    `update process_versions set status = 'retired'
     where process_id = $1 and signed_by = 'installation' and (status = 'draft' or $2 and status = 'inEffect')`,
    [entry.id, takesEffect],
  )
  await tx.execute(
    `insert into process_versions (id, process_id, version, status, xml, definition, sha256, signed_by, effective_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6, 'installation', case when $3 = 'inEffect' then now() end
     from process_versions
     where process_id = $2`,
    [newId(), entry.id, takesEffect ? 'inEffect' : 'draft', entry.xml, JSON.stringify(definition), sha256],
  )
}
