import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Catalogue, DemoRecord, RecordKind } from '../catalogue/catalogue.ts'
import type { Database, Transaction } from '../db/database.ts'
import { levelOf, rankOf } from '../organization/levels.ts'
import { isFormData, type FormData } from './form-data.ts'
import { loadReferences, type References } from './references.ts'
import { searchTermsOf } from './search-terms.ts'
import { isShared } from './shared-kinds.ts'
import { prepareSubmission, type Submission } from './submission.ts'
import { writeSearchTerms } from './write-search-terms.ts'

const installLock = 7_100_004
const madeAt = Date.UTC(2026, 0, 1)

/** The id of a demo entry: the same in every database, so that installing again finds it. */
export function demoRecordId(kind: string, key: string): string {
  return uuid({
    msecs: madeAt,
    random: createHash('sha256').update(`${kind}:${key}`).digest().subarray(0, 16),
  })
}

/**
 * Brings the registers' demo entries (demo.json) into a database with a demo organisation, as entries in effect. An entry
 * that is there stays as people have edited it. Safe to repeat at every start, and for several servers at once.
 */
export async function installDemoRecords(database: Database, catalogue: Catalogue): Promise<void> {
  const entries = [...catalogue.kinds.values()].flatMap((kind) =>
    kind.type === 'register'
      ? kind.demo.map((entry) => ({ kind, entry, id: demoRecordId(kind.code, entry.key) }))
      : [],
  )
  await database.asSystem(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [installLock])
    const there = await tx.query<{ id: string }>('select id from records where id = any ($1::uuid[])', [
      entries.map(({ id }) => id),
    ])
    const known = new Set(there.map(({ id }) => id))
    const missing = entries.filter(({ id }) => !known.has(id))
    const links: { from: string; to: string; type: string }[] = []
    for (const { kind, entry, id } of missing) {
      const owner = await ownerFor(tx, catalogue, kind)
      if (!owner) return
      const submission = await decide(tx, catalogue, kind, entry, owner)
      await insertEntry(tx, kind, id, submission, owner)
      links.push(...submission.links.map(({ to, type }) => ({ from: id, to, type })))
    }
    await insertLinks(tx, links)
  })
}

interface Owner {
  personId: string
  username: string
  departmentId: string
}

/**
 * A demo person who edits the register: a holder of its first editor position, else of the position that manages the
 * department of the first process; none where the organisation is not the demo one.
 */
async function ownerFor(tx: Transaction, catalogue: Catalogue, kind: RecordKind): Promise<Owner | undefined> {
  const [process] = catalogue.processes.values()
  const department = catalogue.organization.departments.find(
    ({ id }) => id === process?.definition.departmentId,
  )
  const positions = [...(kind.view.editors ?? []), department?.managerPosition].filter(
    (id) => id !== undefined,
  )
  return tx.first<Owner>(
    `select p.id as "personId", p.username, p.department_id as "departmentId"
     from unnest($1::text[]) with ordinality as asked (position_id, n)
     join position_assignments h on h.position_id = asked.position_id
     join people p on p.id = h.person_id
     where p.is_demo and p.disabled_at is null and (h.valid_to is null or h.valid_to >= current_date)
     order by asked.n, p.username
     limit 1`,
    [positions],
  )
}

async function decide(
  tx: Transaction,
  catalogue: Catalogue,
  kind: RecordKind,
  entry: DemoRecord,
  owner: Owner,
): Promise<Submission> {
  const data = resolved(entry.data) as FormData
  const references = await loadReferences(tx, kind, data, [], null)
  try {
    return prepareSubmission({
      kind,
      catalogue,
      data,
      title: entry.title,
      level: entry.confidentiality,
      version: 1,
      attachmentIds: [],
      references: { ...references, records: demoRecords(catalogue) },
      sources: { actor: owner.username },
      author: { clearance: levelOf(3), locale: 'zh-CN' },
    })
  } catch (error) {
    throw new Error(`The demo entry ${kind.code}:${entry.key} is not one that could be submitted`, {
      cause: error,
    })
  }
}

/** Those that an entry may point at: the others of the demonstration, in whatever order they are installed. */
function demoRecords(catalogue: Catalogue): References['records'] {
  const entries = [...catalogue.kinds.values()].flatMap(({ code, demo }) =>
    demo.map(({ key, title }) => [demoRecordId(code, key), { kind: code, title }] as const),
  )
  return new Map(entries)
}

/** The data with `"@PRD:DEMO-TM100"` replaced by that entry's id. */
function resolved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolved)
  if (isFormData(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolved(item)]))
  const [, kind, key] = (typeof value === 'string' && /^@([A-Z]{3}):(.+)$/.exec(value)) || []
  return kind !== undefined && key !== undefined ? demoRecordId(kind, key) : value
}

async function insertEntry(
  tx: Transaction,
  kind: RecordKind,
  id: string,
  submission: Submission,
  owner: Owner,
): Promise<void> {
  const { title, level, data, sha256 } = submission
  const numbered = await tx.first<{ number: string }>('select next_number($1, now()) as number', [kind.code])
  const number = numbered?.number
  await Promise.all([
    tx.execute(
      `insert into records (id, kind, number, title, status, level, is_shared, owner_id, department_id, version)
       values ($1, $2, $3, $4, 'inEffect', $5, $6, $7, $8, 1)`,
      [id, kind.code, number, title, rankOf(level), isShared(kind), owner.personId, owner.departmentId],
    ),
    tx.execute(`insert into record_grants (record_id, person_id, reason) values ($1, $2, 'owner')`, [
      id,
      owner.personId,
    ]),
    tx.execute(
      `insert into record_versions (record_id, version, title, level, data, sha256, submitted_by)
       values ($1, 1, $2, $3, $4, decode($5, 'hex'), $6)`,
      [id, title, rankOf(level), JSON.stringify(data), sha256, owner.personId],
    ),
    writeSearchTerms(tx, id, searchTermsOf(kind, { number, title, level, data })),
  ])
}

async function insertLinks(
  tx: Transaction,
  links: { from: string; to: string; type: string }[],
): Promise<void> {
  await tx.execute(
    `insert into record_links (from_id, to_id, type)
     select l."from", l."to", l.type from jsonb_to_recordset($1) as l ("from" uuid, "to" uuid, type text)
     on conflict do nothing`,
    [JSON.stringify(links)],
  )
}
