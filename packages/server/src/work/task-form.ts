import type { TaskAction, TaskVerb } from '@canmou/contract'
import { needsOf } from '@canmou/engine'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { namesOf, refuseLocked } from '../records/field-rights.ts'
import type { FormData } from '../records/form-data.ts'
import {
  amendedDocument,
  documentForm,
  refuseWhileWritten,
  type FrozenDocument,
  type Writing,
} from './document-form.ts'
import { changedFields, editedFields, type EditedFields } from './edited-fields.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { severalForms } from './several-documents.ts'
import { stepFields } from './step-fields.ts'
import { rightsOfTask, stepRights } from './step-rights.ts'
import { loadTaskForm } from './task-form-row.ts'
import type { TaskRules } from './task-rules.ts'
import type { Work } from './work.ts'

export interface TaskRequest extends TaskAction {
  verb: TaskVerb
  /** It is one of several that are approved together (批量同意). */
  isTogether?: true
}

/** What a request fills in, checked: what goes into the process, and the versions that it freezes. */
export interface TaskForm {
  variables: FormData
  /** The documents that it freezes. */
  documents?: FrozenDocument[]
  /** The step may make several: all of them go into the process. */
  isSeveral?: boolean
  /** Fields that the decider corrected for the process. */
  corrected?: FormData | undefined
}

/**
 * Checks what was filled in at a step: the document of a form task or all of them, the fields of a step of its own, or the
 * few fields that a decider may change (catalogue/README.md, "What goes in and out"). Fails with RECORD_INVALID,
 * DOCUMENTS_INVALID, FIELDS_LOCKED, CHANGES_NEED_APPROVAL, RECORD_BEING_EDITED, CLEARANCE_TOO_LOW, LEVEL_LOWERED,
 * DRAFT_OUTDATED or ATTACHMENT_REQUIRED.
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
  const record = live.records.find(({ id }) => id === task.recordId)
  const formKind = kinds.get(rules.formKind ?? '')
  if (formKind?.type === 'form') {
    return { variables: await ownFields(work, actor, live, task, rules, formKind, request.data ?? {}) }
  }
  const kind = formKind ?? kinds.get(record?.kind ?? '')
  if (!record || !kind) return { variables: {} }
  const rights = rightsOfTask(live, task, rules, kind)
  const writing = { work, actor, live, task, record, kind, rights }
  if (!formKind) return besideDocument(writing, rules, request)
  const isSeveral = task.documents !== undefined
  const documents = isSeveral ? await severalForms(writing, request) : [await sentDocument(writing, request)]
  if (needsOf(request.verb, rules).attachment && documents.some((one) => one.attachmentIds.length === 0))
    throw new Failure('ATTACHMENT_REQUIRED')
  return { variables: documents[0]?.data ?? {}, documents, isSeveral }
}

const sentDocument = (
  writing: Writing,
  { data, title, level, attachmentIds }: TaskRequest,
): Promise<FrozenDocument> => documentForm(writing, { data, title, level, attachmentIds })

/** The fields of a step of its own; of those that its holder does not write, what they began with. */
async function ownFields(
  work: Work,
  actor: Actor,
  live: LiveInstance,
  task: LiveTask,
  rules: TaskRules,
  kind: RecordKind,
  given: FormData,
): Promise<FormData> {
  const rights = rightsOfTask(live, task, rules, kind)
  if (!rights) return stepFields(kind, given)
  const row = await work.database.asSystem((tx) =>
    tx.first<{ data: FormData | null }>('select form_data as data from tasks where id = $1', [task.id]),
  )
  return stepFields(kind, given, { rights, stored: row?.data ?? {}, author: actor })
}

/** The few fields of a document that a step fills in, or that whoever decides on it may change. */
async function besideDocument(
  writing: Writing,
  rules: TaskRules,
  { verb, data: given = {} }: TaskRequest,
): Promise<TaskForm> {
  const { actor, record, kind, rights } = writing
  const isSubmitted = verb === 'submit'
  const writable = rights?.writable ?? new Set(isSubmitted ? rules.editable : [])
  if (!rights && rules.editable.length === 0) return { variables: {} }
  const edited = editedFields(kind, [...writable, ...rules.editable], given)
  if (!rights && writable.size === 0) return correction(edited)
  const row = await loadTaskForm(writing, edited, undefined)
  const newest = row.newest ?? {}
  if (rights) {
    const open = { ...rights, writable: new Set([...writable, ...rules.editable]) }
    refuseLocked(kind, open, given, newest, actor.clearance)
  }
  // Changed or not, the process is told what the document says that somebody writes here.
  const asItIs = { ...newest, recordId: record.id, recordNumber: record.number ?? null }
  const unchanged = stepRights(rules, kind)?.writable.size ? asItIs : {}
  if (writable.size === 0) return correction(edited, unchanged)
  const changed = isSubmitted ? Object.keys(edited) : changedFields(kind, edited, newest, actor.clearance)
  if (verb === 'reject') {
    if (changed.length === 0) return { variables: unchanged }
    throw new Failure('CHANGES_NEED_APPROVAL', { fields: namesOf(kind, changed) })
  }
  const amended = amendedDocument(writing, row, edited, { writable })
  if (changed.length === 0) return { variables: unchanged }
  await refuseWhileWritten(writing)
  return { variables: amended.data, documents: [amended] }
}

const correction = (edited: EditedFields, otherwise: FormData = {}): TaskForm =>
  Object.keys(edited).length === 0 ? { variables: otherwise } : { variables: edited, corrected: edited }
