import type { Locale, RecordStatus, RecordSummary } from '@canmou/contract'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { levelOf } from '../organization/levels.ts'

export interface SummaryRow {
  id: string
  kind: string
  number: string | null
  title: string
  status: RecordStatus
  level: number
  version: number
  instanceId: string | null
  updatedAt: string
  departmentId: string
  departmentName: string
  ownerId: string
  ownerUsername: string
  ownerName: string
}

/** Selects a `SummaryRow` from `records r`; `$1` is the reader's language. */
export const summaryColumns = `
  r.id, r.kind, r.number, r.title, r.status, r.level, r.version, r.instance_id as "instanceId",
  r.updated_at as "updatedAt", r.department_id as "departmentId", dep.name ->> $1 as "departmentName",
  own.id as "ownerId", own.username as "ownerUsername", own.name as "ownerName"`
export const summaryJoins = `
  join departments dep on dep.id = r.department_id
  join people own on own.id = r.owner_id`

export function summaryOf(row: SummaryRow, catalogue: Catalogue, locale: Locale): RecordSummary {
  return {
    id: row.id,
    kind: row.kind,
    kindName: catalogue.kinds.get(row.kind)?.name[locale] ?? row.kind,
    ...(row.number !== null && { number: row.number }),
    title: row.title,
    status: row.status,
    level: levelOf(row.level),
    version: row.version,
    owner: { id: row.ownerId, username: row.ownerUsername, name: row.ownerName },
    departmentId: row.departmentId,
    departmentName: row.departmentName,
    ...(row.instanceId !== null && { instanceId: row.instanceId }),
    updatedAt: row.updatedAt,
  }
}

/** The records in the order of `recordIds`, without those that the actor may not see (`tx` is on his behalf). */
export async function loadSummaries(
  tx: Transaction,
  actor: Actor,
  catalogue: Catalogue,
  recordIds: string[],
): Promise<RecordSummary[]> {
  if (recordIds.length === 0) return []
  const rows = await tx.query<SummaryRow>(
    `select ${summaryColumns} from records r ${summaryJoins} where r.id = any ($2::uuid[])`,
    [actor.locale, recordIds],
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  return recordIds.flatMap((id) => {
    const row = found.get(id)
    return row ? [summaryOf(row, catalogue, actor.locale)] : []
  })
}
