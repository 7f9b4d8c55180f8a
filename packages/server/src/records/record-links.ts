import type { RecordDetail } from '@canmou/contract'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { loadSummaries } from './record-summaries.ts'

type Link = RecordDetail['links'][number]
type LinkType = Link['type']

/** A product that a hundred thousand plans use is shown with the newest of them. */
const mostPerDirection = 100

/** What a record is tied to in both directions, newest first; a link to what the reader may not see is not there (GOV-1). */
export async function loadLinks(
  tx: Transaction,
  actor: Actor,
  catalogue: Catalogue,
  recordId: string,
): Promise<Link[]> {
  const [to, from] = await Promise.all([
    tx.query<{ type: LinkType; id: string }>(
      'select type, to_id as id from record_links where from_id = $1 order by to_id desc limit $2',
      [recordId, mostPerDirection],
    ),
    tx.query<{ type: LinkType; id: string }>(
      'select type, from_id as id from record_links where to_id = $1 order by from_id desc limit $2',
      [recordId, mostPerDirection],
    ),
  ])
  const ids = [...new Set([...to, ...from].map(({ id }) => id))]
  const summaries = await loadSummaries(tx, actor, catalogue, ids)
  const records = new Map(summaries.map((record) => [record.id, record]))
  const links = (rows: typeof to, direction: Link['direction']): Link[] =>
    rows.flatMap(({ type, id }) => {
      const record = records.get(id)
      return record ? [{ type, direction, record }] : []
    })
  return [...links(to, 'to'), ...links(from, 'from')]
}
