import type { RecordCreate, RecordDetail } from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import { recordAct } from '../audit/audit-log.ts'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { answerOnce, type RepeatableRequest } from '../http/answer-once.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { levelOf, rankOf } from '../organization/levels.ts'
import { defaultValues } from './default-values.ts'
import { prepareDraft, type DraftContent } from './draft-content.ts'
import { shownDetail } from './record-pages.ts'
import { loadReferences } from './references.ts'
import { canCreate } from './register-rights.ts'
import { searchTermsOf } from './search-terms.ts'
import { isShared } from './shared-kinds.ts'
import { writeSearchTerms } from './write-search-terms.ts'

/**
 * Begins an entry of a register as a draft of the actor, for his department. Fails with RECORD_KIND_UNKNOWN,
 * KIND_NOT_REGISTER, FORBIDDEN, RECORD_INVALID, CLEARANCE_TOO_LOW or IDEMPOTENCY_KEY_REUSED.
 */
export function createEntry(
  context: Context,
  actor: Actor,
  request: RecordCreate,
  repeatable: RepeatableRequest | undefined,
): Promise<RecordDetail> {
  const { database, catalogue } = context
  const kind = catalogue.kinds.get(request.kind)
  if (!kind) throw new Failure('RECORD_KIND_UNKNOWN', { kind: request.kind })
  if (kind.type !== 'register') throw new Failure('KIND_NOT_REGISTER', { kind: kind.name })
  if (!canCreate(kind, actor)) throw new Failure('FORBIDDEN')
  return database.as(actor.id, async (tx) => {
    const id = await answerOnce(tx, actor.id, repeatable, async () => {
      const content = await firstContent(tx, kind, actor, request)
      return insertEntry(tx, kind, actor, content, context.now())
    })
    return shownDetail(tx, actor, catalogue, id)
  })
}

async function firstContent(
  tx: Transaction,
  kind: RecordKind,
  actor: Actor,
  request: RecordCreate,
): Promise<DraftContent> {
  const data = { ...defaultValues(kind, { actor: actor.username, made: {} }), ...request.data }
  return prepareDraft({
    kind,
    data,
    title: request.title,
    level: request.level ?? levelOf(Math.min(rankOf('internal'), rankOf(actor.clearance))),
    attachmentIds: [],
    stored: {},
    references: await loadReferences(tx, kind, data, [], null),
    author: actor,
  })
}

async function insertEntry(
  tx: Transaction,
  kind: RecordKind,
  actor: Actor,
  content: DraftContent,
  at: Date,
): Promise<string> {
  const id = newId()
  const level = rankOf(content.level)
  await Promise.all([
    insertRecord(tx, kind, actor, { id, title: content.title, level }, at),
    tx.execute(
      `insert into record_drafts (record_id, author_id, title, level, data, saved_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, actor.id, content.title, level, JSON.stringify(content.data), at],
    ),
    writeSearchTerms(tx, id, searchTermsOf(kind, content)),
    recordAct(tx, { personId: actor.id, action: 'record.created', subjectType: 'record', subjectId: id }),
  ])
  return id
}

/** The row of a new entry, before its first version. */
export async function insertRecord(
  tx: Transaction,
  kind: RecordKind,
  owner: { id: string; departmentId: string },
  { id, title, level }: { id: string; title: string; level: number },
  at: Date,
): Promise<void> {
  await Promise.all([
    tx.execute(
      `insert into records (id, kind, title, level, is_shared, owner_id, department_id, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [id, kind.code, title, level, isShared(kind), owner.id, owner.departmentId, at],
    ),
    tx.execute(`insert into record_grants (record_id, person_id, reason) values ($1, $2, 'owner')`, [
      id,
      owner.id,
    ]),
  ])
}
