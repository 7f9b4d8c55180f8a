import { createHash } from 'node:crypto'
import type {
  DrawingCheck,
  DrawingFinding,
  Locale,
  ProcessVersion,
  VersionDetail,
  VersionDraft,
} from '@canmou/contract'
import { newId } from '../db/new-id.ts'
import type { ProcessDefinition } from '../catalogue/catalogue.ts'
import { recordAct } from '../audit/audit-log.ts'
import type { Transaction } from '../db/database.ts'
import { isProcessAdmin, type Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Work } from '../work/work.ts'
import { checkDrawing } from './check-drawing.ts'
import { differenceTo } from './drawing-difference.ts'
import { tellReviewLater } from './review-findings.ts'
import { contextFor } from './version-context.ts'
import { ifItRuns } from './definitions.ts'
import { findingsOf } from './version-findings.ts'

export interface VersionRow {
  id: string
  version: number
  status: ProcessVersion['status']
  note: string
  signedBy: string | null
  reviewId: string | null
  reviewNumber: string | null
  createdAt: string
  effectiveAt: string | null
  xml: string
  definition: ProcessDefinition
  sha256: Buffer
}

const versionColumns = `id, version, status, note, signed_by as "signedBy", review_instance_id as "reviewId",
         (select i.number from instances i where i.id = review_instance_id) as "reviewNumber",
         created_at as "createdAt", effective_at as "effectiveAt", xml, definition, sha256`

/** All versions of a process, the newest first. Fails with PROCESS_UNKNOWN. */
export async function listVersions(work: Work, actor: Actor, processId: string): Promise<ProcessVersion[]> {
  const rows = await work.database.query<VersionRow>(
    actor.id,
    `select ${versionColumns} from process_versions where process_id = $1 order by version desc`,
    [processId],
  )
  if (rows.length === 0) throw new Failure('PROCESS_UNKNOWN', { process: processId })
  return rows.map(presentVersion)
}

/** One version with its drawing and what can be said against it. Fails with PROCESS_UNKNOWN or NOT_FOUND. */
export async function describeVersion(
  work: Work,
  actor: Actor,
  processId: string,
  version: number,
): Promise<VersionDetail> {
  const [row] = await work.database.query<VersionRow>(
    actor.id,
    `select ${versionColumns} from process_versions where process_id = $1 and version = $2`,
    [processId, version],
  )
  if (!row) throw new Failure('NOT_FOUND')
  const check = await checkedAgainst(work, processId, row, row.xml, actor.locale)
  const change = isProcessAdmin(actor) && row.status === 'draft'
  const can = { change, review: change && row.reviewId === null }
  return { ...presentVersion(row), xml: row.xml, ...check, can }
}

/** What can be said of a drawing that nobody has handed in yet. Fails with PROCESS_UNKNOWN. */
export async function checkVersion(
  work: Work,
  actor: Actor,
  processId: string,
  xml: string,
): Promise<DrawingCheck> {
  const newest = await work.database.asSystem((tx) => newestVersion(tx, processId))
  return checkedAgainst(work, processId, newest, xml, actor.locale)
}

/** The findings of a drawing, and how it differs from the version in effect. */
async function checkedAgainst(
  work: Work,
  processId: string,
  { definition }: Pick<VersionRow, 'definition'>,
  xml: string,
  locale: Locale,
): Promise<DrawingCheck> {
  const [findings, current] = await Promise.all([
    findingsOf(work, definition, xml, locale),
    ifItRuns(work.definitions.inEffect(processId)),
  ])
  const difference = current && (await differenceTo(current, xml))
  return { findings, ...(difference && { difference }) }
}

/**
 * Hands in a changed drawing as the next version, a draft until the five managers have signed it (domain.md §3 GOV-2). Fails
 * with PROCESS_UNKNOWN, VERSION_UNSOUND (each error with the way to it) or VERSION_SAME.
 */
export async function createVersion(
  work: Work,
  actor: Actor,
  processId: string,
  { xml, note }: VersionDraft,
): Promise<ProcessVersion> {
  return work.database.asSystem(async (tx) => {
    await tx.execute('select from processes where id = $1 for update', [processId])
    const newest = await newestVersion(tx, processId)
    const definition = await soundDefinition(work, newest.definition, xml, actor.locale)
    await refuseSame(tx, processId, xml)
    const row = await tx.first<VersionRow>(
      `insert into process_versions (id, process_id, version, status, xml, definition, sha256, note, created_at)
       values ($1, $2, $3, 'draft', $4, $5, $6, $7, $8)
       returning ${versionColumns}`,
      [
        newId(),
        processId,
        newest.version + 1,
        xml,
        JSON.stringify(definition),
        hashOf(xml, definition),
        note.trim(),
        work.now(),
      ],
    )
    if (!row) throw new Error('the version was not written')
    await recordAct(tx, {
      personId: actor.id,
      action: 'process.versionCreated',
      subjectType: 'process',
      subjectId: processId,
      data: { version: row.version, note: row.note },
    })
    return presentVersion(row)
  })
}

/** Replaces the drawing of a draft. Fails with NOT_FOUND, VERSION_NOT_DRAFT, VERSION_UNSOUND or VERSION_SAME. */
export async function changeVersion(
  work: Work,
  actor: Actor,
  processId: string,
  version: number,
  { xml, note }: VersionDraft,
): Promise<ProcessVersion> {
  const row = await replaceDrawing(work, actor, processId, version, { xml, note })
  if (row.reviewId !== null) work.wakeJobs()
  return presentVersion(row)
}

function replaceDrawing(
  work: Work,
  actor: Actor,
  processId: string,
  version: number,
  { xml, note }: VersionDraft,
): Promise<VersionRow> {
  return work.database.asSystem(async (tx) => {
    const row = await lockedVersion(tx, processId, version)
    if (row.status !== 'draft') throw new Failure('VERSION_NOT_DRAFT')
    const definition = await soundDefinition(work, row.definition, xml, actor.locale)
    await refuseSame(tx, processId, xml, row.id)
    const changed = await tx.first<VersionRow>(
      `update process_versions set xml = $2, definition = $3, sha256 = $4, note = $5 where id = $1
       returning ${versionColumns}`,
      [row.id, xml, JSON.stringify(definition), hashOf(xml, definition), note.trim()],
    )
    if (!changed) throw new Error('the version was not written')
    await recordAct(tx, {
      personId: actor.id,
      action: 'process.versionChanged',
      subjectType: 'process',
      subjectId: processId,
      data: { version, note },
    })
    if (row.reviewId !== null) await tellReviewLater(tx, row.reviewId, row.id, actor.locale)
    return changed
  })
}

/** A version, which nobody else changes until the transaction ends. Fails with NOT_FOUND. */
export async function lockedVersion(
  tx: Transaction,
  processId: string,
  version: number,
): Promise<VersionRow> {
  const row = await tx.first<VersionRow>(
    `select ${versionColumns} from process_versions where process_id = $1 and version = $2 for update`,
    [processId, version],
  )
  if (!row) throw new Failure('NOT_FOUND')
  return row
}

async function newestVersion(tx: Transaction, processId: string): Promise<VersionRow> {
  const row = await tx.first<VersionRow>(
    `select ${versionColumns} from process_versions where process_id = $1 order by version desc limit 1`,
    [processId],
  )
  if (!row) throw new Failure('PROCESS_UNKNOWN', { process: processId })
  return row
}

/**
 * What belongs to a drawing that is handed in: as before, without the names of elements that are called otherwise in it.
 * Fails with VERSION_UNSOUND.
 */
async function soundDefinition(
  work: Work,
  former: ProcessDefinition,
  xml: string,
  locale: Locale,
): Promise<ProcessDefinition> {
  const { process, findings } = await checkDrawing(
    xml,
    former.processId,
    await contextFor(work, former),
    locale,
  )
  refuseUnsound(findings)
  const labels = Object.entries(former.labels).filter(([id, label]) => {
    const name = process?.elements.get(id)?.name ?? process?.flows.get(id)?.name
    return !name || name === label['zh-CN']
  })
  return { ...former, labels: Object.fromEntries(labels) }
}

function refuseUnsound(findings: DrawingFinding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  const details = errors.map(({ code, message, elementId, way }) => ({
    path: '/xml',
    keyword: code,
    message,
    elementId,
    way,
  }))
  throw new Failure('VERSION_UNSOUND', { count: errors.length }, details)
}

/** The drawing of a version that is not retired is handed in once; going back to an older one is a change. */
async function refuseSame(tx: Transaction, processId: string, xml: string, except?: string): Promise<void> {
  const same = await tx.first<{ version: number }>(
    `select version
     from process_versions
     where process_id = $1 and xml = $2 and status <> 'retired' and id is distinct from $3
     limit 1`,
    [processId, xml, except ?? null],
  )
  if (same) throw new Failure('VERSION_SAME', { version: same.version })
}

/** Over the drawing and what belongs to it, as for the shipped versions. */
export const hashOf = (xml: string, definition: ProcessDefinition): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([xml, definition]))
    .digest()

function presentVersion(row: VersionRow): ProcessVersion {
  return {
    version: row.version,
    status: row.status,
    note: row.note,
    createdAt: row.createdAt,
    ...(row.signedBy !== null && { signedBy: row.signedBy }),
    ...(row.reviewId !== null && { reviewId: row.reviewId }),
    ...(row.reviewNumber !== null && { reviewNumber: row.reviewNumber }),
    ...(row.effectiveAt !== null && { effectiveAt: row.effectiveAt }),
  }
}
