import type { Labels } from '@canmou/contract'
import type { FormData } from '../records/form-data.ts'
import { namesOf, refuseLocked } from '../records/field-rights.ts'
import { Failure } from '../http/failure.ts'
import { amendedDocument, refuseWhileWritten, type FrozenDocument, type Writing } from './document-form.ts'
import { changedFields, editedFields, type EditedFields } from './edited-fields.ts'
import type { LiveRecord } from './live-instance.ts'
import { documentsOf, ofEach } from './several-documents.ts'
import { rightsOfTask, stepRights } from './step-rights.ts'
import type { TaskForm, TaskRequest } from './task-form.ts'
import { loadTaskForm } from './task-form-row.ts'
import type { TaskRules } from './task-rules.ts'

/** What a request says of the documents that its step is about. */
type Given = Pick<TaskRequest, 'verb' | 'data' | 'documents'>

/**
 * The few fields of a document, or of each of several, that a step fills in or that whoever decides may change. Fails with
 * RECORD_INVALID or DOCUMENTS_INVALID, FIELDS_LOCKED, CHANGES_NEED_APPROVAL, RECORD_BEING_EDITED or, where fields do not say which
 * of several documents they are of, REQUEST_INVALID.
 */
export async function besideDocuments(
  at: Omit<Writing, 'record' | 'kind' | 'rights'>,
  rules: TaskRules,
  { verb, data, documents = [] }: Given,
): Promise<TaskForm> {
  const { live, task } = at
  const change = (record: LiveRecord): Promise<Change> => {
    const given = documents.find(({ id }) => id === record.id)?.data ?? data
    return changeOf(at, rules, verb, record, given ?? {})
  }
  if (!task.documents) {
    const record = live.records.find(({ id }) => id === task.recordId)
    return record ? change(record) : { variables: {} }
  }
  const decided = documentsOf(at)
  if (data && decided.length > 1)
    throw new Failure('REQUEST_INVALID', {}, [{ path: '/data', message: whichDocument }])
  const changes = await ofEach(decided, async (record) => ({ id: record.id, ...(await change(record)) }))
  const isTold = changes.some(({ variables }) => Object.keys(variables).length > 0)
  const corrected = changes.flatMap((one) => (one.corrected ? [[one.id, one.corrected] as const] : []))
  return {
    variables: changes[0]?.variables ?? {},
    documents: changes.flatMap((one) => one.documents ?? []),
    ...(isTold && { each: changes.map(({ id, variables }) => ({ id, data: variables })) }),
    ...(corrected.length > 0 && { corrected: Object.fromEntries(corrected) }),
  }
}

const whichDocument: Labels = {
  'zh-CN': '这一步有几份文档，请写明改的是哪一份（documents）',
  'zh-TW': '這一步有幾份文件，請寫明改的是哪一份（documents）',
  en: 'This step is about several documents; say which one is changed (documents)',
}

interface Change {
  variables: FormData
  documents?: FrozenDocument[]
  /** Fields that are corrected for the process alone. */
  corrected?: FormData
}

/** What is changed in one of them. */
async function changeOf(
  at: Omit<Writing, 'record' | 'kind' | 'rights'>,
  rules: TaskRules,
  verb: TaskRequest['verb'],
  record: LiveRecord,
  given: FormData,
): Promise<Change> {
  const { work, actor, live, task } = at
  const kind = work.catalogue.kinds.get(record.kind)
  if (!kind) return { variables: {} }
  const rights = rightsOfTask(live, task, rules, kind)
  const writing: Writing = { ...at, record, kind, rights }
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

const correction = (edited: EditedFields, otherwise: FormData = {}): Change =>
  Object.keys(edited).length === 0 ? { variables: otherwise } : { variables: edited, corrected: edited }
