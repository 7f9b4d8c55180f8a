import type { RecordDetail, RecordSubmit } from '@canmou/contract'
import { recordAct } from '../audit/audit-log.ts'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { answerOnce, type RepeatableRequest } from '../http/answer-once.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { levelOf } from '../organization/levels.ts'
import { localDay } from '../organization/local-day.ts'
import { ownDraft, type DraftRow, type RecordRow } from './own-draft.ts'
import { shownDetail } from './record-pages.ts'
import { loadReferences } from './references.ts'
import { isInProcess } from './register-rights.ts'
import { searchTermsOf } from './search-terms.ts'
import { prepareSubmission, type Submission } from './submission.ts'
import { writeSearchTerms } from './write-search-terms.ts'

/**
 * Makes the actor's draft of a register's entry its next version, in effect at once: a number at the first, frozen with its
 * hash. Fails with NOT_FOUND, DRAFT_MISSING, DRAFT_OUTDATED, KIND_NOT_REGISTER, RECORD_IN_PROCESS, RECORD_INVALID,
 * CLEARANCE_TOO_LOW, LEVEL_LOWERED or IDEMPOTENCY_KEY_REUSED.
 */
export function submitEntry(
  context: Context,
  actor: Actor,
  recordId: string,
  request: RecordSubmit,
  repeatable: RepeatableRequest | undefined,
): Promise<RecordDetail> {
  const { database, catalogue } = context
  return database.as(actor.id, async (tx) => {
    await answerOnce(tx, actor.id, repeatable, async () => {
      const { record, kind, draft } = await ownDraft(tx, catalogue, recordId)
      refuseOutsideRegisters(kind, record)
      if (request.revision !== undefined && request.revision !== draft.revision)
        throw new Failure('DRAFT_OUTDATED')
      const at = context.now()
      const submission = await decide(tx, catalogue, actor, { record, kind, draft, request, at })
      await freezeEntry(tx, actor, record, kind, submission, at)
      return recordId
    })
    return shownDetail(tx, actor, catalogue, recordId)
  })
}

/** Fails with KIND_NOT_REGISTER or RECORD_IN_PROCESS. */
export function refuseOutsideRegisters(kind: RecordKind, record: RecordRow): void {
  if (kind.type !== 'register') throw new Failure('KIND_NOT_REGISTER', { kind: kind.name })
  if (isInProcess(record)) throw new Failure('RECORD_IN_PROCESS')
}

interface Submitting {
  record: RecordRow
  kind: RecordKind
  draft: DraftRow
  request: RecordSubmit
  at: Date
}

async function decide(
  tx: Transaction,
  catalogue: Catalogue,
  actor: Actor,
  { record, kind, draft, request, at }: Submitting,
): Promise<Submission> {
  const attachmentIds = request.attachmentIds ?? draft.attachmentIds
  // What the author is not shown stays in the draft's data, and points at something too.
  const pointing = { ...draft.data, ...request.data }
  return prepareSubmission({
    kind,
    catalogue,
    data: request.data,
    draft: draft.data,
    title: request.title,
    level: request.level ?? levelOf(draft.level),
    formerLevel: record.version > 0 ? levelOf(record.level) : undefined,
    version: record.version + 1,
    attachmentIds,
    references: await loadReferences(tx, kind, pointing, attachmentIds, record.id),
    sources: { actor: actor.username, today: localDay(at) },
    author: actor,
  })
}

/** Writes the version. A draft can be submitted once: it is locked since it was read, and gone after this. */
async function freezeEntry(
  tx: Transaction,
  actor: Actor,
  record: RecordRow,
  kind: RecordKind,
  submission: Submission,
  at: Date,
): Promise<void> {
  const { id } = record
  const { title, level, levelRank, data, attachmentIds, sha256, links } = submission
  const number = record.number ?? (await nextNumber(tx, kind.code, at))
  const version = record.version + 1
  await Promise.all([
    tx.execute(
      `update records set number = $2, title = $3, level = $4, status = 'inEffect', version = $5, filled = '{}',
              updated_at = $6
       where id = $1`,
      [id, number, title, levelRank, version, at],
    ),
    tx.execute(
      `insert into record_versions (record_id, version, title, level, data, attachment_ids, sha256, submitted_by,
                                    submitted_at)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9)`,
      [id, version, title, levelRank, JSON.stringify(data), attachmentIds, sha256, actor.id, at],
    ),
    tx.execute('update attachments set frozen_at = $2 where id = any ($1::uuid[]) and frozen_at is null', [
      attachmentIds,
      at,
    ]),
    tx.execute('delete from record_drafts where record_id = $1', [id]),
    tx.execute(
      `insert into record_links (from_id, to_id, type, created_at, created_by)
       select $1, l.record, l.type, $3, $4 from jsonb_to_recordset($2) as l (record uuid, type text)
       on conflict do nothing`,
      [id, JSON.stringify(links.map(({ to, type }) => ({ record: to, type }))), at, actor.id],
    ),
    writeSearchTerms(tx, id, searchTermsOf(kind, { number, title, level, data })),
    recordAct(tx, {
      personId: actor.id,
      action: 'record.submitted',
      subjectType: 'record',
      subjectId: id,
      data: { version },
    }),
  ])
}

async function nextNumber(tx: Transaction, code: string, at: Date): Promise<string> {
  const row = await tx.first<{ number: string }>('select next_number($1, $2) as number', [code, at])
  if (!row) throw new Error('next_number gave no number')
  return row.number
}
