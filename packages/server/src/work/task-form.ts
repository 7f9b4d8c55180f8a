import type { Level, TaskAction, TaskVerb } from '@canmou/contract'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { levelOf } from '../organization/levels.ts'
import { localDay } from '../organization/local-day.ts'
import type { FormData, Sources } from '../records/form-data.ts'
import { prepareSubmission } from '../records/submission.ts'
import type { LiveInstance, LiveRecord, LiveTask } from './live-instance.ts'
import type { StepDraft } from './step-draft.ts'
import { editedFields, withEdited, type EditedFields } from './edited-fields.ts'
import { processSources, stageFields } from './fill-in.ts'
import { stepFields } from './step-fields.ts'
import { freezeVersion } from './step-records.ts'
import { loadTaskForm, type FormRow } from './task-form-row.ts'
import type { TaskRules } from './task-rules.ts'
import type { Work } from './work.ts'

export interface TaskRequest extends TaskAction {
  verb: TaskVerb
  /** It is one of several that are approved together (批量同意). */
  isTogether?: true
}

/** What a request fills in, checked: what goes into the process, and the version that it freezes. */
export interface TaskForm {
  variables: FormData
  /** The sequence of the record's number, at its first submission. */
  takes?: string | undefined
  /** Fields that the decider corrected for the process. */
  corrected?: FormData | undefined
  /** Freezes the version in the draft; gives the record as it then is. */
  write?: (draft: StepDraft, number: string | undefined) => LiveRecord
}

/**
 * Checks what was filled in at a step: the document of a form task, the fields of a step of its own, or the few fields that
 * a decider may change (catalogue/README.md, "What goes in and out"). Fails with RECORD_INVALID, CLEARANCE_TOO_LOW,
 * LEVEL_LOWERED or DRAFT_OUTDATED.
 */
export async function prepareForm(
  work: Work,
  actor: Actor,
  live: LiveInstance,
  task: LiveTask,
  rules: TaskRules,
  request: TaskRequest,
): Promise<TaskForm> {
  const { kinds } = work.catalogue
  const formKind = kinds.get(rules.formKind ?? '')
  const record = live.records.find(({ id }) => id === task.recordId)
  if (formKind && formKind.type !== 'form' && record) {
    return documentForm(work, actor, live, task, record, formKind, request)
  }
  if (formKind?.type === 'form') return { variables: stepFields(formKind, request.data ?? {}) }
  const recordKind = kinds.get(record?.kind ?? '')
  if (rules.editable.length === 0 || !recordKind) return { variables: {} }
  const edited = editedFields(recordKind, rules.editable, request.data ?? {})
  const isEmpty = Object.keys(edited).length === 0
  if (request.verb === 'submit' && record) {
    const amended = await amendedDocument(work, actor, live, task, record, recordKind, edited)
    return isEmpty ? { variables: {} } : amended
  }
  return isEmpty ? { variables: {} } : { variables: edited, corrected: edited }
}

async function documentForm(
  work: Work,
  actor: Actor,
  live: LiveInstance,
  task: LiveTask,
  record: LiveRecord,
  kind: RecordKind,
  request: TaskRequest,
): Promise<TaskForm> {
  const row = await loadTaskForm(work, actor, live, record, kind, request.data, request.attachmentIds)
  if (!row.draft && !request.data) throw new Failure('DRAFT_OUTDATED')
  return frozenForm(work, actor, live, record, kind, row, {
    data: request.data ?? row.draft?.data ?? {},
    title: request.title ?? row.draft?.title,
    level: request.level ?? (row.draft ? levelOf(row.draft.level) : levelOf(record.level)),
    attachmentIds: request.attachmentIds ?? row.draft?.attachmentIds ?? [],
    // Without data of its own the request submits the draft as the author last saw it.
    draftRevision: request.data ? undefined : row.draft?.revision,
    stages: Object.fromEntries(stagesOf(live, task, kind).map(([name]) => [name, null])),
  })
}

interface Filled {
  data: FormData
  title: string | undefined
  level: Level
  attachmentIds: string[]
  draftRevision: number | undefined
  /** The stage fields that this step itself sets when it is done, as they are before it. */
  stages: FormData
}

function frozenForm(
  work: Work,
  actor: Actor,
  live: LiveInstance,
  record: LiveRecord,
  kind: RecordKind,
  row: FormRow,
  filled: Filled,
): TaskForm {
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
    author: actor,
  })
  return {
    variables: submission.data,
    takes: record.number === undefined ? kind.code : undefined,
    write: (draft, number) =>
      freezeVersion(draft, record.id, kind, submission, {
        number,
        draftRevision: filled.draftRevision,
        isMain: live.definition.definition.mainRecord === kind.code,
      }),
  }
}

function withoutStages(sources: Sources, kind: RecordKind, stages: FormData): Sources {
  const own = Object.keys(stages).map((name) => kind.schema.properties?.[name]?.['x-source'])
  return Object.fromEntries(Object.entries(sources).filter(([source]) => !own.includes(source)))
}

/**
 * A step that fills in a few fields of a document gives it a new version: what was signed stays as it was. What the program
 * fills in from the process is brought up to date with it, so that a rule may ask for a field from this step on.
 */
async function amendedDocument(
  work: Work,
  actor: Actor,
  live: LiveInstance,
  task: LiveTask,
  record: LiveRecord,
  kind: RecordKind,
  edited: EditedFields,
): Promise<TaskForm> {
  const row = await loadTaskForm(work, actor, live, record, kind, edited, undefined)
  // Done before, the step has set the stage already; then it counts as it was signed, before that.
  const done = stagesOf(live, task, kind).filter(([name, value]) => row.newest?.[name] === value)
  return frozenForm(work, actor, live, record, kind, row, {
    data: withEdited(row.newest ?? {}, edited),
    title: row.newestTitle ?? record.title,
    level: levelOf(record.level),
    attachmentIds: row.newestAttachmentIds,
    draftRevision: undefined,
    stages: Object.fromEntries(done.map(([name]) => [name, row.frozen?.[name] ?? null])),
  })
}

const stagesOf = ({ definition }: LiveInstance, { elementId }: LiveTask, kind: RecordKind) =>
  stageFields(kind, definition.process.elements.get(elementId))
