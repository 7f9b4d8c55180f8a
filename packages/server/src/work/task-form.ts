import type { TaskAction, TaskVerb } from '@canmou/contract'
import { needsOf } from '@canmou/engine'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { FormData } from '../records/form-data.ts'
import { besideDocuments } from './beside-documents.ts'
import { documentForm, type FrozenDocument, type Writing } from './document-form.ts'
import type { LiveInstance, LiveTask } from './live-instance.ts'
import { severalForms } from './several-documents.ts'
import { stepFields } from './step-fields.ts'
import { rightsOfTask } from './step-rights.ts'
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
  /** Of a step about several documents: what goes into the process of each, by its id. */
  each?: { id: string; data: FormData }[]
  /** Fields that the decider corrected for the process; of several documents by the id of each. */
  corrected?: FormData | undefined
}

/**
 * Checks what was filled in at a step: the document of a form task or all of them, the fields of a step of its own, or the
 * few fields of its documents that a decider may change (catalogue/README.md, "What goes in and out"). Fails with RECORD_INVALID,
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
  if (!record) return { variables: {} }
  if (!formKind) return besideDocuments({ work, actor, live, task }, rules, request)
  const rights = rightsOfTask(live, task, rules, formKind)
  const writing = { work, actor, live, task, record, kind: formKind, rights }
  const isSeveral = task.documents !== undefined
  const documents = isSeveral ? await severalForms(writing, request) : [await sentDocument(writing, request)]
  if (needsOf(request.verb, rules).attachment && documents.some((one) => one.attachmentIds.length === 0))
    throw new Failure('ATTACHMENT_REQUIRED')
  const each = isSeveral && documents.map(({ record: { id }, data }) => ({ id, data }))
  return { variables: documents[0]?.data ?? {}, documents, ...(each && { each }) }
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
