import { locales, type Level } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { levelOf } from '../organization/levels.ts'
import { localDay } from '../organization/local-day.ts'
import { listed, withLockedFields, type FieldRights } from '../records/field-rights.ts'
import type { FormData, Sources } from '../records/form-data.ts'
import { prepareSubmission } from '../records/submission.ts'
import { titleByRule } from '../records/title.ts'
import { withEdited, type EditedFields } from './edited-fields.ts'
import { processSources, stageFields } from './fill-in.ts'
import type { LiveInstance, LiveRecord, LiveTask } from './live-instance.ts'
import { freezeVersion } from './step-records.ts'
import type { StepDraft } from './step-draft.ts'
import { loadTaskForm, type FormRow } from './task-form-row.ts'
import { rulesOfTask } from './task-rules.ts'
import { recordIdsOf } from './task-versions.ts'
import type { Work } from './work.ts'

/** Somebody at a step, with the document that it writes. */
export interface Writing {
  work: Work
  actor: Actor
  live: LiveInstance
  task: LiveTask
  record: LiveRecord
  kind: RecordKind
  /** What the step lets him do with the document's fields, where its drawing says so. */
  rights: FieldRights | undefined
}

/** A document that a step freezes, checked. */
export interface FrozenDocument {
  /** As it was before. */
  record: LiveRecord
  /** What its fields hold. */
  data: FormData
  /** Of the version that it freezes. */
  attachmentIds: string[]
  /** Freezes the version in the draft, with the number that it takes where it has none; gives the record as it then is. */
  write: (draft: StepDraft, number: string | undefined) => LiveRecord
}

/** What a request sends along of a document; what it does not say is as in the draft. */
export interface Sent {
  data?: FormData | undefined
  title?: string | undefined
  level?: Level | undefined
  attachmentIds?: string[] | undefined
  /** The revision of the draft that whoever submits has seen. */
  revision?: number | undefined
}

/** A document of a form task, as it was sent or as its draft is. */
export async function documentForm(writing: Writing, request: Sent): Promise<FrozenDocument> {
  const { actor, live, task, record, kind, rights } = writing
  const row = await loadTaskForm(writing, request.data, request.attachmentIds)
  if (!row.draft && !request.data) throw new Failure('DRAFT_OUTDATED')
  if (request.revision !== undefined && request.revision !== row.draft?.revision)
    throw new Failure('DRAFT_OUTDATED')
  const stored = row.draft?.data ?? row.newest ?? {}
  return frozenForm(writing, row, {
    data: request.data ? withLockedFields(kind, rights, request.data, stored, actor.clearance) : stored,
    title: request.title ?? row.draft?.title,
    level: request.level ?? (row.draft ? levelOf(row.draft.level) : levelOf(record.level)),
    attachmentIds: request.attachmentIds ?? row.draft?.attachmentIds ?? [],
    // Without data of its own the request submits the draft as the author last saw it.
    draftRevision: request.data ? undefined : row.draft?.revision,
    stages: Object.fromEntries(stagesOf(live, task, kind).map(([name]) => [name, null])),
    own: rights,
  })
}

/**
 * A step that fills in a few fields of a document gives it a new version: what was signed stays as it was. What the program
 * fills in from the process is brought up to date with it, so that a rule may ask for a field from this step on. `own` are
 * the fields of the step: its holder is not asked to correct the others.
 */
export function amendedDocument(
  writing: Writing,
  row: FormRow,
  edited: EditedFields,
  own: Pick<FieldRights, 'writable'>,
): FrozenDocument {
  const { live, task, record, kind } = writing
  // Done before, the step has set the stage already; then it counts as it was signed, before that.
  const done = stagesOf(live, task, kind).filter(([name, value]) => row.newest?.[name] === value)
  const data = withEdited(row.newest ?? {}, edited)
  return frozenForm(writing, row, {
    data,
    title: titleAfter(kind, row, data) ?? record.title,
    level: levelOf(record.level),
    attachmentIds: row.newestAttachmentIds,
    draftRevision: undefined,
    stages: Object.fromEntries(done.map(([name]) => [name, row.frozen?.[name] ?? null])),
    own,
  })
}

/** A title that nobody typed says what the document now says, in the language that it is in. */
function titleAfter(kind: RecordKind, row: FormRow, data: FormData): string | undefined {
  const { newest = {}, newestTitle, references } = row
  const language = locales.find((locale) => titleByRule(kind, newest, locale, references) === newestTitle)
  return language ? titleByRule(kind, data, language, references) : newestTitle
}

/** A document that somebody is writing anew is not changed under his hands. Fails with RECORD_BEING_EDITED. */
export async function refuseWhileWritten({ work, live, record, kind }: Writing): Promise<void> {
  const written = live.tasks.find(
    (task) => recordIdsOf(task).includes(record.id) && rulesOfTask(live, task).formKind === kind.code,
  )
  if (!written) return
  const directory = await work.directory.current()
  const holders = written.candidates.flatMap((id) => directory.person(id)?.name ?? [])
  throw new Failure('RECORD_BEING_EDITED', { person: listed(holders) })
}

interface Filled {
  data: FormData
  title: string | undefined
  level: Level
  attachmentIds: string[]
  draftRevision: number | undefined
  /** The stage fields that this step itself sets when it is done, as they are before it. */
  stages: FormData
  own: Pick<FieldRights, 'writable'> | undefined
}

function frozenForm(writing: Writing, row: FormRow, filled: Filled): FrozenDocument {
  const { work, actor, live, task, record, kind } = writing
  const submission = prepareSubmission({
    kind,
    catalogue: work.catalogue,
    data: filled.data,
    draft: { ...(row.draft?.data ?? row.newest), ...filled.stages },
    title: filled.title === kind.name['zh-CN'] ? undefined : filled.title,
    level: filled.level,
    formerLevel: record.version > 0 ? levelOf(record.level) : undefined,
    version: record.version + 1,
    attachmentIds: filled.attachmentIds,
    references: row.references,
    sources: {
      ...withoutStages(processSources(kind, live, record), kind, filled.stages),
      ...row.opinions,
      actor: actor.username,
      today: localDay(work.now()),
    },
    rights: filled.own,
    author: actor,
  })
  return {
    record,
    data: submission.data,
    attachmentIds: submission.attachmentIds,
    write: (draft, number) =>
      freezeVersion(draft, record.id, kind, submission, {
        number,
        draftRevision: filled.draftRevision,
        isMain: live.definition.definition.mainRecord === kind.code && task.recordId === record.id,
      }),
  }
}

function withoutStages(sources: Sources, kind: RecordKind, stages: FormData): Sources {
  const own = Object.keys(stages).map((name) => kind.schema.properties?.[name]?.['x-source'])
  return Object.fromEntries(Object.entries(sources).filter(([source]) => !own.includes(source)))
}

const stagesOf = ({ definition }: LiveInstance, { elementId }: LiveTask, kind: RecordKind) =>
  stageFields(kind, definition.process.elements.get(elementId))
