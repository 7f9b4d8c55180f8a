import type { RecordStatus, RecordSummary } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { readCursor, writeCursor } from '../http/cursor.ts'
import { Failure } from '../http/failure.ts'
import { loadSummaries } from './record-summaries.ts'
import { kindTerm, wantedTerms } from './search-terms.ts'
import { readWhere } from './where-filter.ts'

export interface ListRequest {
  kind?: string | undefined
  status?: RecordStatus | undefined
  /** Words of number, title or content; Chinese of any length, pinyin of the title. */
  q?: string | undefined
  /** JSON object of field → value, or field → `{from, to}`. */
  where?: string | undefined
  cursor?: string | undefined
  limit: number
}

/**
 * A page of the records that the actor may see, newest first. Fails with CURSOR_INVALID, RECORD_KIND_UNKNOWN, and as
 * `readWhere` does.
 */
export function listRecords(
  { database, catalogue }: Context,
  actor: Actor,
  request: ListRequest,
): Promise<{ items: RecordSummary[]; next?: string }> {
  const before = startOf(request.cursor)
  const kind = request.kind === undefined ? undefined : catalogue.kinds.get(request.kind)
  if (request.kind !== undefined && !kind) throw new Failure('RECORD_KIND_UNKNOWN', { kind: request.kind })
  const wanted = wantedOf(request, kind)
  return database.as(actor.id, async (tx) => {
    const find: Find =
      wanted === undefined
        ? (from, most) => walk(tx, request, from, most)
        : (from, most) => search(tx, wanted, request.status, from, most)
    const items: RecordSummary[] = []
    const load = (ids: string[]): Promise<RecordSummary[]> => loadSummaries(tx, actor, catalogue, ids)
    await fill(items, find, load, before, request.limit + 1)
    const page = items.slice(0, request.limit)
    const last = page.at(-1)
    return { items: page, ...(items.length > request.limit && last && { next: writeCursor([last.id]) }) }
  })
}

/** How many records of a kind somebody sees, counted up to `most`; `tx` is on his behalf. */
export async function countRecords(tx: Transaction, kind: string, most: number): Promise<number> {
  const ids = await walk(tx, { kind, limit: most }, beyondLastId, most)
  return ids.length
}

/** Above every id. */
const beyondLastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const startOf = (cursor: string | undefined): string => readCursor(cursor, ['id'])?.[0] ?? beyondLastId

/** Ids before `from`, newest first, at most `most`; fewer only where there are no more. */
type Find = (from: string, most: number) => Promise<string[]>

/** What is found is read by the policies once more, and what they do not show is made up for by what follows. */
async function fill(
  items: RecordSummary[],
  find: Find,
  load: (ids: string[]) => Promise<RecordSummary[]>,
  before: string,
  wanted: number,
): Promise<void> {
  for (let from = before, most = wanted; items.length < wanted; most *= 4) {
    const ids = await find(from, most)
    items.push(...(await load(ids)))
    const last = ids.at(-1)
    if (last === undefined || ids.length < most) return
    from = last
  }
}

/** What a record must have to be found: all of `terms`, and of each of `ranges` one. */
interface Wanted {
  terms: string[]
  ranges: string[][]
}

/** What to search by; `undefined` where there is nothing to search, no terms at all where nothing can be found. */
function wantedOf({ q = '', where }: ListRequest, kind: RecordKind | undefined): Wanted | undefined {
  const { terms, ranges } = where === undefined ? { terms: [], ranges: [] } : readWhere(where, kind)
  const words = wantedTerms(q)
  if (q.trim() !== '' && words.length === 0) return { terms: [], ranges: [] }
  if (words.length + terms.length + ranges.length === 0) return undefined
  return { terms: [...words, ...terms, ...(kind ? [kindTerm(kind.code)] : [])], ranges }
}

async function search(
  tx: Transaction,
  { terms, ranges }: Wanted,
  status: RecordStatus | undefined,
  from: string,
  most: number,
): Promise<string[]> {
  if (terms.length === 0) return []
  const rows = await tx.query<{ id: string }>('select id from search_records($1, $2, $3, $4, $5) as id', [
    terms,
    JSON.stringify(ranges),
    status ?? null,
    from,
    most,
  ])
  return rows.map(({ id }) => id)
}

async function walk(
  tx: Transaction,
  { kind, status }: ListRequest,
  from: string,
  most: number,
): Promise<string[]> {
  const statement = kind === undefined ? walkAll : walkKind
  const rows = await tx.query<{ id: string }>(statement, [from, most, kind ?? null, status ?? null])
  return rows.map(({ id }) => id)
}

/**
 * The ways by which the policy of `records` lets somebody in, each along an index of its own and no further than a page:
 * one condition with `or` would read every record to find the few of somebody who sees little. The policy still judges each
 * row; a way that is missing here would only hide something from its list.
 */
const walkStatement = (ofKind: string): string => {
  const filter = `r.id < $1 and ${ofKind} and ($4::text is null or r.status = $4)
      and not (r.version = 0 and r.status = 'void')`
  // Of drafts the policy asks who holds a task on each: they are found by their own ways alone.
  const submitted = `r.version > 0 and ${filter}`
  return `
    select id
    from (
      (select r.id from records r
       where r.owner_id = (select current_person()) and ${filter}
       order by r.id desc limit $2)
      union
      (select r.id from record_grants g join records r on r.id = g.record_id
       where g.person_id = (select current_person()) and g.record_id < $1 and ${submitted}
       order by g.record_id desc limit $2)
      union
      (select own.id
       from unnest((select current_departments())::text[]) as covered (department),
            lateral (select r.id from records r
                     where r.department_id = covered.department and ${submitted}
                     order by r.id desc limit $2) own
       order by own.id desc limit $2)
      union
      (select r.id from records r
       where r.id = any (array(
               select t.record_id from task_candidates c join tasks t on t.id = c.task_id
               where c.person_id = (select current_person()) and t.record_id is not null
               union all
               select d.record_id from task_candidates c join task_documents d on d.task_id = c.task_id
               where c.person_id = (select current_person())))
         and r.version = 0 and ${filter}
       order by r.id desc limit $2)
      union
      (select r.id from records r where r.id = any (array(select p.id from records_in_anothers_place() p)) and ${filter}
       order by r.id desc limit $2)
      union
      (select r.id from records r where r.is_shared and ${submitted} order by r.id desc limit $2)
      union
      (select r.id from records r where (select current_sees_all()) and ${submitted} order by r.id desc limit $2)
    ) found
    order by id desc
    limit $2`
}
const walkAll = walkStatement('$3::text is null')
const walkKind = walkStatement('r.kind = $3')
