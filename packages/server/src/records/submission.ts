import type { Level, Locale } from '@canmou/contract'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import { Failure, type FailureDetail } from '../http/failure.ts'
import { describeProblems } from '../http/schema-problems.ts'
import { rankOf } from '../organization/levels.ts'
import { typedByAuthor } from './author-data.ts'
import { contentHash } from './content-hash.ts'
import { fieldLabel } from './field-labels.ts'
import { ownPlace, ownProblems, type FieldRights } from './field-rights.ts'
import { computeFields, sourcedFields, type FormData, type Sources } from './form-data.ts'
import { rulesOf } from './kind-rules.ts'
import {
  danglingMentions,
  mentionedFiles,
  mentionedRecords,
  unknownReference,
  type References,
} from './references.ts'
import { cleanTitle, titleByRule } from './title.ts'

export interface SubmissionRequest {
  kind: RecordKind
  /** For the kinds of the records that it points at. */
  catalogue: Catalogue
  /** As the author sent it. */
  data: FormData
  /**
   * The draft's data: what the program filled in earlier stays where `sources` is silent, and what the author is not shown
   * stays in any case.
   */
  draft?: FormData
  /** What the author typed; the kind's rule gives one otherwise. */
  title?: string | undefined
  level: Level
  /** The level of the newest version; `undefined` before the first. */
  formerLevel?: Level | undefined
  /** Which version it will be: 1 for the first. Rules may ask for more from the second on. */
  version: number
  attachmentIds: string[]
  /** From `loadReferences`, read as the author. */
  references: References
  sources?: Sources
  /** What the step lets its holder write, where it says so: he is not asked to correct the rest. */
  rights?: Pick<FieldRights, 'writable'> | undefined
  author: { clearance: Level; locale: Locale }
}

/** A version ready to be frozen: valid, computed, hashed. */
export interface Submission {
  title: string
  level: Level
  /** The level as the tables hold it. */
  levelRank: number
  data: FormData
  attachmentIds: string[]
  /** Hexadecimal. */
  sha256: string
  links: { to: string; type: 'basis' | 'uses' }[]
}

/**
 * Decides what a submission freezes, without reading or writing anything. Fails with RECORD_INVALID (each place, named as
 * on the form), CLEARANCE_TOO_LOW or LEVEL_LOWERED.
 */
export function prepareSubmission(request: SubmissionRequest): Submission {
  const { kind, references, level } = request
  refuseLevel(level, request.formerLevel, request.author.clearance)
  const rules = rulesOf(kind)
  const stored = request.draft ?? {}
  const typed = typedByAuthor(kind, request.data, stored, request.author.clearance)
  const data = computeFields(rules, {
    ...typed.data,
    ...sourcedFields(kind.schema, request.sources ?? {}, stored),
  })
  // A file that a field names is part of what is frozen, whether or not it was listed.
  const attachmentIds = [...new Set([...request.attachmentIds, ...mentionedFiles(kind, data)])]
  const problems = [...typed.locked, ...problemsOf(kind, data, request)]
  if (problems.length > 0) throw new Failure('RECORD_INVALID', { count: problems.length }, problems)
  const title = cleanTitle(request.title ?? '') || titleByRule(kind, data, request.author.locale, references)
  const attachments = attachmentIds.map((id) => references.files.get(id) ?? '')
  return {
    title,
    level,
    levelRank: rankOf(level),
    data,
    attachmentIds,
    sha256: contentHash({ title, level, data, attachments }),
    links: mentionedRecords(kind, data)
      // What its author pointed at, and who writes on may not see, is linked already.
      .filter((to) => request.version === 1 || references.records.has(to))
      .map((to) => ({ to, type: linkType(request, to) })),
  }
}

/** A level is raised freely up to one's own clearance, and never lowered once others have seen the record. */
export function refuseLevel(level: Level, formerLevel: Level | undefined, clearance: Level): void {
  if (rankOf(level) > rankOf(clearance)) throw new Failure('CLEARANCE_TOO_LOW')
  if (formerLevel !== undefined && rankOf(level) < rankOf(formerLevel)) throw new Failure('LEVEL_LOWERED')
}

function problemsOf(kind: RecordKind, data: FormData, request: SubmissionRequest): FailureDetail[] {
  const rules = rulesOf(kind)
  const labelAt = (pointer: string) => fieldLabel(kind.view, pointer)
  const problems = rules.complete(data) ? [] : describeProblems(rules.complete.errors ?? [], labelAt)
  problems.push(...danglingMentions(kind, data, request.references))
  for (const id of request.attachmentIds) {
    if (!request.references.files.has(id))
      problems.push({ path: '/attachmentIds', message: unknownReference, keyword: 'reference' })
  }
  const own = ownProblems(kind, request.rights, problems)
  // A total that is wrong because its parts are wrong is not for the author to correct.
  const typed = own.filter(({ path }) => !kind.schema.properties?.[path.split('/')[1] ?? '']?.readOnly)
  // Rules over several fields are asked only of fields that are what they should be.
  if (own.length > 0) return typed.length > 0 ? typed : own
  return brokenChecks(kind, data, 'error', request)
}

/**
 * The kind's rules over several fields that do not hold; one without an answer says nothing. `version` is the one about to
 * be frozen, by its name in the rules; a form that makes no record has none.
 */
export function brokenChecks(
  kind: RecordKind,
  data: FormData,
  severity: 'error' | 'warning',
  { version, rights }: { version?: number; rights?: SubmissionRequest['rights'] } = {},
): FailureDetail[] {
  const known = { version, ...data }
  return rulesOf(kind).checks.flatMap(({ check, holds, sentence }) => {
    if (check.severity !== severity || holds(known) !== false) return []
    const path = ownPlace(kind, rights, check)
    return path === undefined ? [] : { path, keyword: 'check', message: sentence ?? check.id }
  })
}

/** What is based on a document; a register's entry is used. */
function linkType({ catalogue, references }: SubmissionRequest, to: string): 'basis' | 'uses' {
  const kind = references.records.get(to)?.kind
  return kind !== undefined && catalogue.kinds.get(kind)?.type === 'document' ? 'basis' : 'uses'
}
