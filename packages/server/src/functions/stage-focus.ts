import type { RecordStatus, StageFocus } from '@canmou/contract'
import type { RecordKind, WorkItem } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { listProcesses } from '../processes/process-pages.ts'
import { isFormData, type FormData } from '../records/form-data.ts'
import { canCreate } from '../records/register-rights.ts'

interface EntryRow {
  kind: string
  data: FormData
  /** What refers to the entry, newest first, as far as the actor may see it. */
  made: { id: string; kind: string; title: string; status: RecordStatus; updatedAt: string }[]
}

/** How many of the newest records that refer to an entry are looked through. */
const mostMade = 500
const mostShown = 5

/**
 * The work focus of an entry's stage, each item with what was made for the entry and with what its editors have ticked off
 * (the table that the kind's view names as `lifecycle.done`). Fails with NOT_FOUND where there is no such entry, or its kind
 * has no life cycle.
 */
export async function describeFocus(context: Context, actor: Actor, recordId: string): Promise<StageFocus> {
  const { database, catalogue } = context
  const [[row], processes] = await Promise.all([
    database.query<EntryRow>(actor.id, entryStatement, [recordId, mostMade]),
    listProcesses(context, actor),
  ])
  const lifecycle = catalogue.kinds.get(row?.kind ?? '')?.view.lifecycle
  const stage = lifecycle && catalogue.lifecycle.find(({ id }) => id === row?.data[lifecycle.stage])
  if (!row || !stage) throw new Failure('NOT_FOUND')
  const { locale } = actor
  const kindOf = (code: string): RecordKind[] =>
    [catalogue.kinds.get(code)].filter((kind) => kind !== undefined)
  const itemOf = ({ id, text, origin, ...focus }: WorkItem): StageFocus['items'][number] => {
    const done = ticked(row.data[lifecycle.done], id)
    return {
      id,
      text: text[locale],
      origin,
      ...(done && { done }),
      evidence: row.made
        .filter(({ kind }) => focus.kinds.includes(kind))
        .slice(0, mostShown)
        .map(({ kind, ...record }) => ({ ...record, kindName: kindOf(kind)[0]?.name[locale] ?? kind })),
      processes: processes
        .filter((process) => focus.processes.includes(process.id))
        .map(({ id: process, name, startable }) => ({ id: process, name, startable })),
      kinds: focus.kinds.flatMap(kindOf).map((kind) => ({
        code: kind.code,
        name: kind.name[locale],
        type: kind.type,
        mayCreate: canCreate(kind, actor),
      })),
    }
  }
  return { stage: stage.id, stageName: stage.name[locale], items: stage.focus.map(itemOf) }
}

/** The newest tick of an item. */
function ticked(table: unknown, item: string): StageFocus['items'][number]['done'] {
  const rows = Array.isArray(table) ? table.filter(isFormData) : []
  const row = rows.findLast((one) => one['item'] === item)
  if (typeof row?.['doneOn'] !== 'string') return undefined
  return { on: row['doneOn'], ...(typeof row['note'] === 'string' && { note: row['note'] }) }
}

const entryStatement = `
  select r.kind, v.data || r.filled as data,
         (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'title', m.title, 'status', m.status,
                   'updatedAt', m.updated_at) order by m.id desc), '[]')
          from (select f.id, f.kind, f.title, f.status,
                       to_char(f.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as updated_at
                from record_links l
                join records f on f.id = l.from_id
                where l.to_id = r.id and f.version > 0 and f.status <> 'void'
                order by l.from_id desc
                limit $2) m) as made
  from records r
  join record_versions v on v.record_id = r.id and v.version = r.version
  where r.id = $1`
