import type { RecordKind } from '../catalogue/catalogue.ts'
import { searchTermsOf } from '../records/search-terms.ts'
import type { Submission } from '../records/submission.ts'
import { basisOf } from './basis.ts'
import { concerns } from './entries.ts'
import { frozenSources } from './fill-in.ts'
import type { LiveRecord } from './live-instance.ts'
import type { StepDraft } from './step-draft.ts'

export interface FreezeOptions {
  /** The number taken for the first version; absent where the record has one. */
  number: string | undefined
  /** The revision of the draft that is submitted; `undefined` where its data came with the request. */
  draftRevision: number | undefined
  /** Whether the instance bears this record's title. */
  isMain: boolean
}

/**
 * The record's next version (V1, V2 …), frozen with its hash. A record in effect stays so; the instance is as secret as the
 * most secret of its records.
 */
export function freezeVersion(
  draft: StepDraft,
  recordId: string,
  kind: RecordKind,
  submission: Submission,
  { number, draftRevision, isMain }: FreezeOptions,
): LiveRecord {
  const { next } = draft
  const known = next.records.find(({ id }) => id === recordId)
  const given = known?.number ?? number
  if (!known || given === undefined) throw new Error(`The record ${recordId} cannot be frozen`)
  const record: LiveRecord = {
    ...known,
    number: given,
    title: submission.title,
    level: submission.levelRank,
    version: known.version + 1,
    status: known.status === 'inEffect' ? 'inEffect' : 'inApproval',
    filled: frozenSources(kind, submission.data),
  }
  next.records = next.records.map((one) => (one === known ? record : one))
  if (isMain) next.title = submission.title
  next.level = Math.max(next.level, record.level)
  const { data, attachmentIds, sha256, links } = submission
  draft.records.push({
    type: 'submit',
    id: record.id,
    version: record.version,
    number: given,
    title: record.title,
    level: record.level,
    status: record.status,
    data,
    attachmentIds,
    sha256,
    links: linksOf(draft, links),
    draftRevision,
    searchTerms: searchTermsOf(kind, { number: given, title: record.title, level: submission.level, data }),
  })
  return record
}

/**
 * What the version points at, and what was handed over to the process (`MRP_id`, `MIC_ids` and the like): the one evidence chain goes
 * on where nobody chose a basis (domain.md §7).
 */
function linksOf({ next }: StepDraft, links: Submission['links']): { record: string; type: string }[] {
  const handed = basisOf(next)
  const named = new Set(links.map(({ to }) => to))
  return [
    ...links.map(({ to, type }) => ({ record: to, type })),
    ...handed.filter((id) => !named.has(id)).map((id) => ({ record: id, type: 'basis' })),
  ]
}

/** The record takes effect (归档生效). */
export function putIntoEffect(draft: StepDraft, record: LiveRecord, elementId: string): void {
  if (record.status === 'inEffect' || record.version === 0) return
  setStatus(draft, record, 'inEffect')
  draft.entries.push({
    type: 'recordInEffect',
    recordId: record.id,
    recordVersion: record.version,
    elementId,
  })
}

/**
 * What becomes of the records of an instance that has ended: those in approval take effect, or are void with it. So is one
 * whose refusal ended the instance (SC-005: 不予受理).
 */
export function settleRecords(draft: StepDraft): void {
  const { next } = draft
  for (const record of next.records) {
    if (record.status === 'inEffect' || record.status === 'void') continue
    const isApproved = record.status === 'inApproval' && !isRefused(draft, record)
    if (next.status === 'completed' && isApproved) putIntoEffect(draft, record, '')
    else setStatus(draft, record, 'void')
  }
}

const isRefused = ({ entries }: StepDraft, { id }: LiveRecord): boolean =>
  entries.some(
    (entry) =>
      (entry.type === 'taskCompleted' || entry.type === 'autoDecided') &&
      entry.decision === 'reject' &&
      concerns(entry, id),
  )

function setStatus(draft: StepDraft, record: LiveRecord, status: string): void {
  draft.next.records = draft.next.records.map((one) => (one.id === record.id ? { ...one, status } : one))
  draft.records.push({ type: 'status', id: record.id, status })
}
