import type { Feed } from '../../catalogue/catalogue.ts'
import type { Transaction } from '../../db/database.ts'
import { renewJob, takeJob, type Job } from '../../jobs/job-queue.ts'
import { everybody } from '../../notify/announce-registers.ts'
import { startOfDay } from '../../organization/local-day.ts'
import { evaluateRule } from '../feel-rule.ts'
import type { FormData } from '../form-data.ts'
import type { Desk } from './desk.ts'
import type { Source } from './facts.ts'

/** Puts in line what a document makes of the older ones of its kind, for the day on which all of it is in effect. */
export async function lineUpSuperseding(
  tx: Transaction,
  feed: Feed,
  source: Source,
  now: Date,
): Promise<void> {
  if (!feed.supersedes) return
  const day = wordsOf(feed.supersedes.from, source.data).sort().at(-1)
  const payload = { feed: feed.id, recordId: source.id }
  const runAt = day === undefined ? now : startOfDay(day)
  await renewJob(tx, { kind: 'supersede', key: `supersede:${source.id}`, payload, runAt })
}

interface Document {
  id: string
  data: FormData
}

/**
 * Older documents of the kind whose every item the document has too are void, and it says so of them (domain.md 005-8a
 * 旧版作废). One that has more goes on for the rest. A document that is void itself by now takes nothing with it.
 */
export async function supersede({ database, catalogue, now, announce }: Desk, job: Job): Promise<void> {
  const { feed: id, recordId } = job.payload as { feed: string; recordId: string }
  const rule = catalogue.feeds.get(id)?.supersedes
  if (!rule) throw new Error(`The feed ${id} supersedes nothing`)
  await database.asSystem(async (tx) => {
    // Two that supersede each other's forerunners do so one after the other.
    await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`supersede:${id}`])
    const [document] = await inEffect(tx, 'r.id = $1', recordId)
    const older = document ? await inEffect(tx, olderThan, recordId) : []
    const items = new Set(document ? wordsOf(rule.what, document.data) : [])
    const gone = older.filter(({ data }) => {
      const own = wordsOf(rule.what, data)
      return own.length > 0 && own.every((item) => items.has(item))
    })
    const ids = gone.map((one) => one.id)
    await tx.execute(`update records set status = 'void', updated_at = $2 where id = any ($1)`, [ids, now()])
    await tx.execute(
      `insert into record_links (from_id, to_id, type, created_at)
       select $1, unnest($2::uuid[]), 'supersedes', $3
       on conflict do nothing`,
      [recordId, ids, now()],
    )
    await takeJob(tx, job)
  })
  announce([everybody])
}

const olderThan = `r.kind = (select n.kind from records n where n.id = $1)
  and (v.submitted_at, r.id) < (select w.submitted_at, n.id
                                from records n
                                join record_versions w on w.record_id = n.id and w.version = n.version
                                where n.id = $1)`

function inEffect(tx: Transaction, which: string, recordId: string): Promise<Document[]> {
  return tx.query<Document>(
    `select r.id, v.data || r.filled as data
     from records r
     join record_versions v on v.record_id = r.id and v.version = r.version
     where r.status = 'inEffect' and ${which}
     order by r.id
     for update of r`,
    [recordId],
  )
}

/** What a rule gives, a text or a list of them. */
const wordsOf = (rule: string, data: FormData): string[] =>
  [evaluateRule(rule, data)].flat().filter((one) => typeof one === 'string')
