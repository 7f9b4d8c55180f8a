import type { RecordDetail, RecordVersion } from '@canmou/contract'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { concealing } from './conceal.ts'
import type { DraftRights } from './field-rights.ts'
import { visibleRecord } from './own-draft.ts'
import { loadRecordDetail } from './record-detail.ts'
import { loadVersion, loadVersions } from './record-versions.ts'

/**
 * A record as the actor sees it; a draft that he writes in a step, as that step shows it. Fails with NOT_FOUND,
 * alike for what is not there and for what the actor may not see.
 */
export async function describeRecord(
  { database, catalogue }: Context,
  actor: Actor,
  recordId: string,
  rightsOf: DraftRights,
): Promise<RecordDetail> {
  const detail = await database.as(actor.id, (tx) => shownDetail(tx, actor, catalogue, recordId))
  const kind = catalogue.kinds.get(detail.kind)
  const rights = detail.isDraft ? await rightsOf(actor.id, recordId) : undefined
  if (!rights) return detail
  return database.as(actor.id, async (tx) => (await concealing(tx, kind, rights, recordId))(detail))
}

/** The same within a transaction on the actor's behalf. Fails with NOT_FOUND. */
export async function shownDetail(
  tx: Transaction,
  actor: Actor,
  catalogue: Catalogue,
  recordId: string,
): Promise<RecordDetail> {
  const detail = await loadRecordDetail(tx, actor, catalogue, recordId)
  if (!detail) throw new Failure('NOT_FOUND')
  return detail
}

/** Fails with NOT_FOUND. */
export async function describeVersion(
  { database, catalogue }: Context,
  actor: Actor,
  recordId: string,
  version: number,
): Promise<RecordVersion> {
  const found = await database.as(actor.id, (tx) => loadVersion(tx, actor, catalogue, recordId, version))
  if (!found) throw new Failure('NOT_FOUND')
  return found
}

const highestVersion = 2_147_483_647

/** A page of versions; the cursor is the number of the last one. Fails with NOT_FOUND or CURSOR_INVALID. */
export async function listVersions(
  { database, catalogue }: Context,
  actor: Actor,
  recordId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: RecordVersion[]; next?: string }> {
  if (cursor !== undefined && !/^[1-9]\d{0,8}$/.test(cursor)) throw new Failure('CURSOR_INVALID')
  const before = cursor === undefined ? highestVersion : Number(cursor)
  const [, versions] = await database.as(actor.id, (tx) =>
    Promise.all([
      visibleRecord(tx, catalogue, recordId),
      loadVersions(tx, actor, catalogue, recordId, { before, most: limit + 1 }),
    ]),
  )
  const items = versions.slice(0, limit)
  const last = items.at(-1)
  return { items, ...(versions.length > limit && last && { next: String(last.version) }) }
}
