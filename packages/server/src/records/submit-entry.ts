import type { RecordDetail, RecordSubmit } from '@canmou/contract'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { answerOnce, type RepeatableRequest } from '../http/answer-once.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { levelOf } from '../organization/levels.ts'
import { localDay } from '../organization/local-day.ts'
import { announceRegisters } from '../notify/announce-registers.ts'
import { freezeEntry } from './freeze-entry.ts'
import { ownDraft, type DraftRow, type RecordRow } from './own-draft.ts'
import { shownDetail } from './record-pages.ts'
import { loadReferences } from './references.ts'
import { isInProcess } from './register-rights.ts'
import { prepareSubmission, type Submission } from './submission.ts'

/**
 * Makes the actor's draft of a register's entry its next version, in effect at once: a number at the first, frozen with its
 * hash. Fails with NOT_FOUND, DRAFT_MISSING, DRAFT_OUTDATED, KIND_NOT_REGISTER, RECORD_IN_PROCESS, RECORD_INVALID,
 * CLEARANCE_TOO_LOW, LEVEL_LOWERED or IDEMPOTENCY_KEY_REUSED.
 */
export async function submitEntry(
  context: Context,
  actor: Actor,
  recordId: string,
  request: RecordSubmit,
  repeatable: RepeatableRequest | undefined,
): Promise<RecordDetail> {
  const { database, catalogue, events } = context
  const shown = await database.as(actor.id, async (tx) => {
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
  announceRegisters(events)
  return shown
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
