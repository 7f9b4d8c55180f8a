import { isDeepStrictEqual } from 'node:util'
import type { Level } from '@canmou/contract'
import { newId } from '../../db/new-id.ts'
import type { Catalogue, Feed, RecordKind } from '../../catalogue/catalogue.ts'
import type { Transaction } from '../../db/database.ts'
import { takeJob, type Job } from '../../jobs/job-queue.ts'
import { everybody } from '../../notify/announce-registers.ts'
import { levelOf } from '../../organization/levels.ts'
import { insertRecord } from '../create-entry.ts'
import type { FormData } from '../form-data.ts'
import { freezeEntry } from '../freeze-entry.ts'
import { loadReferences } from '../references.ts'
import { prepareSubmission } from '../submission.ts'
import type { Desk } from './desk.ts'
import { factsOf, type Fact, type Source } from './facts.ts'
import { lineUpSuperseding } from './supersede.ts'

/**
 * Writes what the documents of an instance say into the register that a feed of the catalogue names: rows that are not there
 * yet, in a new version of the entry, or a new entry. The job is gone with what it wrote; done twice, it adds nothing.
 */
export async function writeFeed({ database, catalogue, now, announce }: Desk, job: Job): Promise<void> {
  const { feed: id, instanceId } = job.payload as { feed: string; instanceId: string }
  const feed = catalogue.feeds.get(id)
  const kind = catalogue.kinds.get(feed?.to ?? '')
  if (!feed || !kind) throw new Error(`The catalogue has no feed ${id}`)
  await database.asSystem(async (tx) => {
    // Two documents that name the same new product in one instant make one entry of it.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`feed:${feed.to}`])
    for (const source of await sourcesOf(tx, instanceId, feed.from)) {
      for (const fact of factsOf(feed, source)) await writeFact(tx, catalogue, feed, kind, fact, now())
      await lineUpSuperseding(tx, feed, source, now())
    }
    await takeJob(tx, job)
  })
  announce([everybody])
}

/** The instance's documents of a kind, each in its newest version. */
function sourcesOf(tx: Transaction, instanceId: string, kind: string): Promise<Source[]> {
  return tx.query<Source>(
    `select r.id, r.number, v.level, r.owner_id as "ownerId", r.department_id as "departmentId",
            to_char(v.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "submittedOn", v.data || r.filled as data
     from records r
     join record_versions v on v.record_id = r.id and v.version = r.version
     where r.instance_id = $1 and r.kind = $2 and r.status <> 'void'
     order by r.number`,
    [instanceId, kind],
  )
}

interface Entry {
  id: string
  number: string | null
  version: number
  title: string
  level: number
  data: FormData
  attachmentIds: string[]
}

async function writeFact(
  tx: Transaction,
  catalogue: Catalogue,
  feed: Feed,
  kind: RecordKind,
  fact: Fact,
  at: Date,
): Promise<void> {
  const { source } = fact
  const found = await entryOf(tx, kind, fact)
  if (!found && fact.entry !== undefined) throw new Error(`${feed.id}: there is no entry ${fact.entry}`)
  const before = found?.data ?? { ...fact.set, ...fact.match }
  const added = newRows(before, fact.rows)
  if (Object.keys(added).length === 0) return
  const data = withRows(before, added)
  const entry = found ?? { ...noEntry, id: newId(), level: source.level }
  const level = levelOf(feed.level === 'raise' ? Math.max(entry.level, source.level) : entry.level)
  const submission = prepareSubmission({
    kind,
    catalogue,
    data,
    draft: before,
    title: found?.title,
    level,
    version: entry.version + 1,
    attachmentIds: entry.attachmentIds,
    references: await loadReferences(tx, kind, data, entry.attachmentIds, entry.id),
    sources: fedTables(kind, data),
    author: writer,
  })
  const by = { id: source.ownerId, departmentId: source.departmentId }
  if (!found) {
    await insertRecord(
      tx,
      kind,
      by,
      { id: entry.id, title: submission.title, level: submission.levelRank },
      at,
    )
  }
  // Whoever has the entry open is told that there is more in it; what he wrote so far stays.
  const draft = await takeDraft(tx, entry.id)
  await freezeEntry(tx, by, entry, kind, submission, at)
  if (draft) await giveBackDraft(tx, entry.id, { ...draft, data: withRows(draft.data, added) })
}

/** The program itself: what it writes is as secret as where it comes from. */
const writer: { clearance: Level; locale: 'zh-CN' } = { clearance: levelOf(3), locale: 'zh-CN' }

const noEntry: Omit<Entry, 'id' | 'level'> = {
  number: null,
  version: 0,
  title: '',
  data: {},
  attachmentIds: [],
}

function entryOf(tx: Transaction, kind: RecordKind, { entry, match }: Fact): Promise<Entry | undefined> {
  return tx.first<Entry>(
    `select r.id, r.number, r.version, v.title, r.level, v.data || r.filled as data, v.attachment_ids as "attachmentIds"
     from records r
     join record_versions v on v.record_id = r.id and v.version = r.version
     where r.kind = $1 and r.status = 'inEffect'
       and case when $2::uuid is not null then r.id = $2
                else not exists (select from jsonb_each_text($3) as wanted (field, value)
                                 where lower(btrim(v.data ->> wanted.field)) is distinct from lower(btrim(wanted.value)))
           end
     order by r.id
     limit 1
     for update of r`,
    [kind.code, entry ?? null, JSON.stringify(match)],
  )
}

/** The rows that an entry does not have yet. */
function newRows(data: FormData, rows: Fact['rows']): Fact['rows'] {
  const added = Object.entries(rows).map(([table, given]) => {
    const there = tableOf(data, table)
    return [
      table,
      given.filter((row) => !there.some((known) => isDeepStrictEqual(known, clean(row)))).map(clean),
    ] as const
  })
  return Object.fromEntries(added.filter(([, list]) => list.length > 0))
}

const withRows = (data: FormData, added: Fact['rows']): FormData => ({
  ...data,
  ...Object.fromEntries(
    Object.entries(added).map(([table, rows]) => [table, [...tableOf(data, table), ...rows]]),
  ),
})

const tableOf = (data: FormData, table: string): unknown[] => {
  const rows = data[table]
  return Array.isArray(rows) ? rows : []
}

/** As it will be read from the database. */
const clean = (row: FormData): FormData => JSON.parse(JSON.stringify(row)) as FormData

/** Tables that nobody types in (`x-source: "feed:…"`) are given to the form as what the program fills in. */
function fedTables({ schema }: RecordKind, data: FormData): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      const source = field['x-source']
      return typeof source === 'string' && source.startsWith('feed:') ? [[source, data[name]]] : []
    }),
  )
}

interface OpenDraft {
  authorId: string
  title: string
  level: number
  data: FormData
  attachmentIds: string[]
  revision: number
  savedAt: string
}

function takeDraft(tx: Transaction, recordId: string): Promise<OpenDraft | undefined> {
  return tx.first<OpenDraft>(
    `select author_id as "authorId", title, level, data, attachment_ids as "attachmentIds", revision,
            saved_at as "savedAt"
     from record_drafts where record_id = $1 for update`,
    [recordId],
  )
}

/** Of the next revision: a page that still shows the former one is asked to load it first. */
async function giveBackDraft(tx: Transaction, recordId: string, draft: OpenDraft): Promise<void> {
  await tx.execute(
    `insert into record_drafts (record_id, author_id, title, level, data, attachment_ids, revision, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      recordId,
      draft.authorId,
      draft.title,
      draft.level,
      JSON.stringify(draft.data),
      draft.attachmentIds,
      draft.revision + 1,
      draft.savedAt,
    ],
  )
}
