import type { Level } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import { Failure, type FailureDetail } from '../http/failure.ts'
import { describeProblems } from '../http/schema-problems.ts'
import { typedByAuthor } from './author-data.ts'
import { fieldLabel } from './field-labels.ts'
import { ownProblems, type FieldRights } from './field-rights.ts'
import { computeFields, sourcedFields, type FormData } from './form-data.ts'
import { rulesOf } from './kind-rules.ts'
import { unknownReference, type References } from './references.ts'
import { refuseLevel } from './submission.ts'
import { cleanTitle, titleByRule } from './title.ts'

export interface DraftRequest {
  kind: RecordKind
  /** As the author sent it. */
  data: FormData
  title?: string | undefined
  level: Level
  /** The level of the newest version; `undefined` before the first. */
  formerLevel?: Level | undefined
  attachmentIds: string[]
  /** The draft's data so far: what the program filled in, and what the author is not shown, stays. */
  stored: FormData
  /** From `loadReferences`, read as the author. */
  references: References
  /** What the step lets its holder write, where it says so. */
  rights?: FieldRights | undefined
  author: Actor
}

export interface DraftContent {
  title: string
  level: Level
  data: FormData
  attachmentIds: string[]
}

/**
 * Decides what a save of a draft keeps. Half-written is fine; wrong types, unknown fields and foreign attachments are not.
 * Fails with RECORD_INVALID, CLEARANCE_TOO_LOW or LEVEL_LOWERED.
 */
export function prepareDraft(request: DraftRequest): DraftContent {
  const { kind, stored, references, author } = request
  refuseLevel(request.level, request.formerLevel, author.clearance)
  const rules = rulesOf(kind)
  const { data: typed, locked } = typedByAuthor(kind, request.data, stored, author.clearance)
  const data = computeFields(rules, { ...typed, ...sourcedFields(kind.schema, {}, stored) })
  const labelAt = (pointer: string) => fieldLabel(kind.view, pointer)
  const found = rules.draft(data) ? [] : describeProblems(rules.draft.errors ?? [], labelAt)
  const problems = [
    ...locked,
    ...ownProblems(kind, request.rights, found),
    ...foreignAttachments(request.attachmentIds, references),
  ]
  if (problems.length > 0) throw new Failure('RECORD_INVALID', { count: problems.length }, problems)
  return {
    title: cleanTitle(request.title ?? '') || titleByRule(kind, data, author.locale, references),
    level: request.level,
    data,
    attachmentIds: [...new Set(request.attachmentIds)],
  }
}

const foreignAttachments = (ids: string[], references: References): FailureDetail[] =>
  ids
    .filter((id) => !references.files.has(id))
    .map(() => ({ path: '/attachmentIds', message: unknownReference, keyword: 'reference' }))
