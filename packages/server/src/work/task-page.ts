import type { RecordDetail, TaskDetail } from '@canmou/contract'
import type { State } from '@canmou/engine'
import type { RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import type { Definition } from '../processes/definitions.ts'
import { concealing } from '../records/conceal.ts'
import { shownFields, type FieldRights } from '../records/field-rights.ts'
import { loadRecordDetail } from '../records/record-detail.ts'
import { loadVersion } from '../records/record-versions.ts'
import { instanceColumns, presentInstanceRow, type InstanceRow } from './instance-row.ts'
import { presentTaskRow, taskColumns, type TaskRow } from './task-row.ts'
import { holdingOf, presentStandIns, whereOf } from './standing-in.ts'
import { mostDocuments } from './several-documents.ts'
import { presentFields, rightsOfTask, stepRights, unsaidSteps } from './step-rights.ts'
import { loadGiven } from './given.ts'
import { loadDocuments, withProblems } from './task-documents.ts'
import { noticesOf } from './task-notices.ts'
import { loadSaid, opinionsOf, shownDocument } from './task-opinions.ts'
import { offeredVerbs, rulesAt, type TaskRules } from './task-rules.ts'
import type { Work } from './work.ts'

type TaskPageRow = TaskRow & {
  recordId: string | null
  recordVersion: number | null
  formData: Record<string, unknown> | null
  engineTaskId: string
}

/**
 * All of a task's page, as the asker may see it. `documentId`: which document to show, of several; the first where it is none
 * of them (any more). Fails with NOT_FOUND.
 */
export async function describeTask(
  work: Work,
  actor: Actor,
  taskId: string,
  documentId?: string,
): Promise<TaskDetail> {
  const page = await describePage(work, actor, taskId, documentId)
  return page.mode === 'form' && page.documents
    ? { ...page, documents: await withProblems(work, actor, page, page.documents) }
    : page
}

async function describePage(
  work: Work,
  actor: Actor,
  taskId: string,
  documentId: string | undefined,
): Promise<TaskDetail> {
  const directory = await work.directory.current()
  return work.database.as(actor.id, async (tx) => {
    const [task, instance, said, several, given] = await Promise.all([
      tx.first<TaskPageRow>(taskStatement, [taskId, documentId ?? null]),
      tx.first<InstanceRow>(
        `select ${instanceColumns} from instances i where i.id = (select instance_id from tasks where id = $1)`,
        [taskId],
      ),
      loadSaid(tx, taskId, documentId),
      loadDocuments(tx, actor, work.catalogue, taskId),
      loadGiven(tx, { taskId }),
    ])
    if (!task || !instance) throw new Failure('NOT_FOUND')
    const definition = await work.definitions.get(instance.versionId)
    const rules = rulesAt(definition, task.elementId)
    const survey = definition.process.elements.get(task.elementId)?.properties['survey']
    const where = whereOf({ definition, starterId: instance.starterId, level: instance.level })
    const isOpen = task.state === 'open'
    const isMine = isOpen && holdingOf(directory, where, task.holders, actor.id, work.now()) !== undefined
    const { record, mode, previous, rights, kind } = await documentOf(
      tx,
      work,
      actor,
      task,
      definition,
      rules,
      isMine,
    )
    const notices = await noticesOf(tx, task, definition, directory, actor)
    const isEdited = isMine && mode === 'snapshot'
    const editable = rights ? [...rights.writable, ...rules.editable] : rules.editable
    const unsaid = kind && rights ? unsaidSteps(kind, rights) : new Set()
    const documents = several.areSeveral || rules.isMany ? several.documents : undefined
    return {
      ...presentTaskRow(task, definition, directory, actor.locale),
      ...(isOpen && presentStandIns(directory, where, task.holders, actor.id, work.now())),
      instance: presentInstanceRow(instance, definition, directory, actor.locale),
      verbs: isMine ? offeredVerbs(rules, task.state, work.catalogue, actor.locale) : [],
      ...(record && { record }),
      ...(documents && { documents }),
      ...(isMine && mode === 'form' && rules.isMany && { canAdd: several.documents.length < mostDocuments }),
      mode,
      editable: isEdited ? [...new Set(editable)] : [],
      ...(kind && rights && { fields: presentFields(kind, rights) }),
      ...(isMine && stepFormOf(work, task, rules)),
      ...(survey !== undefined && { survey }),
      ...(previous && { previous }),
      opinions: opinionsOf(said, given, { definition, directory, locale: actor.locale }).filter(
        ({ elementId }) => !unsaid.has(elementId),
      ),
      ...notices,
    }
  })
}

/** The fields of a step of its own, as far as the step shows them. */
function stepFormOf(
  { catalogue }: Work,
  { formData }: TaskPageRow,
  rules: TaskRules,
): Pick<TaskDetail, 'stepForm'> {
  const { formKind: code = '' } = rules
  const kind = catalogue.kinds.get(code)
  if (formData === null || !kind) return {}
  const rights = stepRights(rules, kind)
  return {
    stepForm: {
      kind: code,
      data: shownFields(rights, formData),
      ...(rights && { fields: presentFields(kind, rights) }),
    },
  }
}

interface TaskDocument {
  record: RecordDetail | undefined
  mode: TaskDetail['mode']
  previous: TaskDetail['previous']
  kind?: RecordKind | undefined
  rights?: FieldRights | undefined
}

const noDocument: TaskDocument = { record: undefined, mode: 'none', previous: undefined }

/**
 * The form of whoever writes; otherwise the version that the step is about, and the one before it. What the step does not
 * show of it, it shows to nobody.
 */
async function documentOf(
  tx: Transaction,
  { catalogue }: Work,
  actor: Actor,
  task: TaskPageRow,
  definition: Definition,
  rules: TaskRules,
  isMine: boolean,
): Promise<TaskDocument> {
  const record =
    task.recordId === null ? undefined : await loadRecordDetail(tx, actor, catalogue, task.recordId)
  const kind = catalogue.kinds.get(record?.kind ?? '')
  if (!record) return noDocument
  const state = rules.access && isMine ? await stateOf(tx, task.instanceId) : undefined
  const rights = kind && rightsOfTask({ definition, state }, task, rules, kind)
  const conceal = await concealing(tx, kind, rights, record.id)
  if (isMine && kind && kind.code === rules.formKind) {
    const previous =
      record.version > 0 ? await loadVersion(tx, actor, catalogue, record.id, record.version) : undefined
    return { record: conceal(record), mode: 'form', previous: previous && conceal(previous), kind, rights }
  }
  const wanted = task.state === 'open' ? record.version : (task.recordVersion ?? record.version)
  const [version, previous] = await Promise.all([
    wanted > 0 ? loadVersion(tx, actor, catalogue, record.id, wanted) : undefined,
    wanted > 1 ? loadVersion(tx, actor, catalogue, record.id, wanted - 1) : undefined,
  ])
  if (!version) return noDocument
  const { title, level, attachments } = version
  // Whoever decides sees what was filled in since; what was signed is shown as it was.
  const data = task.state === 'open' && !record.isDraft ? record.data : version.data
  return {
    record: conceal({ ...record, title, level, data, attachments, version: wanted, isDraft: false }),
    mode: 'snapshot',
    previous: previous && conceal(previous),
    kind,
    rights,
  }
}

async function stateOf(tx: Transaction, instanceId: string): Promise<State | undefined> {
  const row = await tx.first<{ state: string }>('select state from instances where id = $1', [instanceId])
  return row && (JSON.parse(row.state) as State)
}

const taskStatement = `
  select ${taskColumns}, t.form_data as "formData", t.engine_task_id as "engineTaskId", shown.id as "recordId",
         case when d.record_id is null then t.record_version else d.record_version end as "recordVersion"
  from tasks t
  cross join (select ${shownDocument} as id) shown
  left join task_documents d on d.task_id = t.id and d.record_id = shown.id
  where t.id = $1`
