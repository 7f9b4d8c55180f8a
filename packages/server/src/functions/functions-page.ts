import { mostCounted, type DepartmentFunction, type DutyKind, type DutyProcess } from '@canmou/contract'
import type { Catalogue, WorkItem } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { listProcesses } from '../processes/process-pages.ts'
import { countRecords } from '../records/list-records.ts'
import { canCreate } from '../records/register-rights.ts'

/** The functions in the catalogue's order, each count as the database lets the actor see it. */
export async function describeFunctions(context: Context, actor: Actor): Promise<DepartmentFunction[]> {
  const { catalogue } = context
  const [processes, kinds] = await Promise.all([dutyProcesses(context, actor), dutyKinds(context, actor)])
  const dutyOf = ({ id, text, origin, ...work }: WorkItem) => ({
    id,
    text: text[actor.locale],
    origin,
    processes: work.processes.flatMap((process) => processes.get(process) ?? []),
    kinds: work.kinds.flatMap((kind) => kinds.get(kind) ?? []),
  })
  return catalogue.functions.map(({ id, number, name, role, duties }) => ({
    id,
    number,
    name: name[actor.locale],
    role: role[actor.locale],
    duties: duties.map(dutyOf),
  }))
}

async function dutyProcesses(context: Context, actor: Actor): Promise<Map<string, DutyProcess>> {
  const [processes, counts] = await Promise.all([
    listProcesses(context, actor),
    context.database.query<{ id: string; todo: number; running: number }>(
      actor.id,
      `select p.id,
              (select count(*) from tasks_before_me() c join instances i on i.id = c.instance_id
               where i.process_id = p.id) as todo,
              (select count(*) from instances i where i.process_id = p.id and i.status = 'running') as running
       from processes p`,
    ),
  ])
  const countOf = new Map(counts.map((count) => [count.id, count]))
  return new Map(
    processes.map(({ id, name, startable }) => {
      const { todo = 0, running = 0 } = countOf.get(id) ?? {}
      return [id, { id, name, startable, todo, running }]
    }),
  )
}

function dutyKinds({ database, catalogue }: Context, actor: Actor): Promise<Map<string, DutyKind>> {
  return database.as(actor.id, async (tx) => {
    // Sent together: one round trip for all kinds.
    const kinds = await Promise.all(kindsOf(catalogue).map((code) => dutyKind(tx, catalogue, actor, code)))
    return new Map(kinds.flatMap((kind) => (kind ? [[kind.code, kind]] : [])))
  })
}

const kindsOf = ({ functions }: Catalogue): string[] => [
  ...new Set(functions.flatMap(({ duties }) => duties.flatMap(({ kinds }) => kinds))),
]

async function dutyKind(
  tx: Transaction,
  { kinds }: Catalogue,
  actor: Actor,
  code: string,
): Promise<DutyKind | undefined> {
  const kind = kinds.get(code)
  if (!kind) return undefined
  return {
    code,
    name: kind.name[actor.locale],
    type: kind.type,
    records: await countRecords(tx, code, mostCounted),
    mayCreate: canCreate(kind, actor),
  }
}
