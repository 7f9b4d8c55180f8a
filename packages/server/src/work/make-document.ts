import { newId } from '../db/new-id.ts'
import type { RecordKind } from '../catalogue/catalogue.ts'
import { levelOf } from '../organization/levels.ts'
import { defaultValues, processValues } from '../records/default-values.ts'
import type { FormData } from '../records/form-data.ts'
import { searchTermsOf } from '../records/search-terms.ts'
import { isShared } from '../records/shared-kinds.ts'
import type { DirectoryPerson } from './directory.ts'
import type { LiveRecord } from './live-instance.ts'
import type { StepDraft } from './step-draft.ts'

export interface DocumentPlace {
  kind: RecordKind
  /** `LiveRecord.slot`. */
  slot: string
  owner: DirectoryPerson
  /** What its step sees. */
  variables: Record<string, unknown>
}

/** A new document of the instance, with its draft; its author takes part in the instance. */
export function makeDocument(draft: StepDraft, { kind, slot, owner, variables }: DocumentPlace): LiveRecord {
  const { next } = draft
  const record: LiveRecord = {
    id: newId(),
    kind: kind.code,
    slot,
    title: kind.name['zh-CN'],
    status: 'draft',
    level: Math.min(next.level, owner.clearance),
    version: 0,
    ownerId: owner.id,
    departmentId: owner.departmentId,
  }
  const data = firstData(kind, draft, variables, owner.username)
  next.records = [...next.records, record]
  const { id, title, level, departmentId } = record
  draft.records.push({
    type: 'create',
    id,
    kind: kind.code,
    slot,
    title,
    level,
    owner: owner.id,
    department: departmentId,
    data,
    ...(isShared(kind) && { shared: true }),
    searchTerms: searchTermsOf(kind, { title, level: levelOf(level), data }),
  })
  draft.addParticipants([owner.id])
  return record
}

/** What a new form begins with: what is known under its fields' names, its defaults, and what the program fills in. */
export function firstData(
  kind: RecordKind,
  draft: Pick<StepDraft, 'prefill' | 'next'>,
  variables: Record<string, unknown>,
  actor: string,
): FormData {
  const made: Record<string, string[]> = {}
  for (const record of draft.next.records) (made[record.kind] ??= []).push(record.id)
  return {
    ...namedFields(variables, kind),
    ...defaultValues(kind, { ...variables, actor, made }),
    ...namedFields(draft.prefill, kind),
    ...processValues(kind, variables),
  }
}

function namedFields(known: Record<string, unknown>, kind: RecordKind): FormData {
  const fields = Object.entries(kind.schema.properties ?? {}).filter(
    ([name, field]) => !field.readOnly && known[name] !== undefined && known[name] !== null,
  )
  return Object.fromEntries(fields.map(([name]) => [name, known[name]]))
}
