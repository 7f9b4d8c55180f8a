import type { Level } from '@canmou/contract'
import { v7 as uuid } from 'uuid'
import type { Catalogue, RecordKind } from '../../src/catalogue/catalogue.ts'
import type { Database } from '../../src/db/database.ts'
import { rankOf } from '../../src/organization/levels.ts'
import { searchTermsOf } from '../../src/records/search-terms.ts'

export interface RecordToMake {
  kind?: string
  title?: string
  level?: Level
  ownerId: string
  departmentId?: string
  data?: Record<string, unknown>
  needToKnow?: boolean
  isShared?: boolean
  /** 0: a draft of its owner that was never submitted. */
  versions?: number
  /** Whether the owner is writing the next version. */
  isEdited?: boolean
}

/** A record as a process leaves it, written the way `apply_steps` does. Gives its id. */
export async function makeRecord(
  database: Database,
  catalogue: Catalogue,
  record: RecordToMake,
): Promise<string> {
  const { kind: code = 'MRP', title = '市场调研策划书', level = 'internal', versions = 1, data = {} } = record
  const kind = catalogue.kinds.get(code) as RecordKind
  const id = uuid()
  const rank = rankOf(level)
  await database.asSystem(async (tx) => {
    const made = await tx.first<{ number: string | null }>(
      `insert into records (id, kind, title, status, level, need_to_know, is_shared, owner_id, department_id, version, number)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10 > 0 then next_number($2, now()) end)
       returning number`,
      [
        id,
        code,
        title,
        versions > 0 ? 'inEffect' : 'draft',
        rank,
        record.needToKnow ?? false,
        record.isShared ?? false,
        record.ownerId,
        record.departmentId ?? 'marketing',
        versions,
      ],
    )
    await tx.execute(`insert into record_grants (record_id, person_id, reason) values ($1, $2, 'owner')`, [
      id,
      record.ownerId,
    ])
    for (let version = 1; version <= versions; version++) {
      await tx.execute(
        `insert into record_versions (record_id, version, title, level, data, sha256, submitted_by)
         values ($1, $2, $3, $4, $5, sha256($6::text::bytea), $7)`,
        [id, version, title, rank, JSON.stringify(data), `${id}/${version}`, record.ownerId],
      )
    }
    if (versions === 0 || record.isEdited) {
      await tx.execute(
        'insert into record_drafts (record_id, author_id, title, level, data) values ($1, $2, $3, $4, $5)',
        [id, record.ownerId, title, rank, JSON.stringify(data)],
      )
    }
    await tx.query('select set_search_terms($1, $2)', [
      id,
      searchTermsOf(kind, { number: made?.number ?? '', title, level, data }),
    ])
  })
  return id
}
