import type { Opinion, RecordDetail, TaskDetail } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { elementName, type Definition } from '../processes/definitions.ts'
import { loadRecordDetail } from '../records/record-detail.ts'
import { loadVersion } from '../records/record-versions.ts'
import type { Directory } from './directory.ts'
import { instanceColumns, presentInstanceRow, type InstanceRow } from './instance-row.ts'
import { presentPerson } from './present.ts'
import { presentTaskRow, taskColumns, type TaskRow } from './task-row.ts'
import { holdingOf, presentStandIns } from './standing-in.ts'
import { noticesOf } from './task-notices.ts'
import { offeredVerbs, rulesAt, verbLabel, type TaskRules } from './task-rules.ts'
import type { Work } from './work.ts'

type TaskPageRow = TaskRow & {
  recordId: string | null
  recordVersion: number | null
  formData: Record<string, unknown> | null
}

interface OpinionRow {
  taskId: string
  elementId: string
  positionId: string | null
  personId: string | null
  onBehalfOf: string | null
  decision: Opinion['decision']
  opinion: string | null
  recordId: string | null
  recordVersion: number | null
  signedAt: string
}

/** All of a task's page, as the asker may see it. Fails with NOT_FOUND. */
export async function describeTask(work: Work, actor: Actor, taskId: string): Promise<TaskDetail> {
  const directory = await work.directory.current()
  return work.database.as(actor.id, async (tx) => {
    const [task, instance, said] = await Promise.all([
      tx.first<TaskPageRow>(
        `select ${taskColumns}, t.record_id as "recordId", t.record_version as "recordVersion",
                t.form_data as "formData"
         from tasks t
         where t.id = $1`,
        [taskId],
      ),
      tx.first<InstanceRow>(
        `select ${instanceColumns} from instances i where i.id = (select instance_id from tasks where id = $1)`,
        [taskId],
      ),
      tx.query<OpinionRow>(opinionStatement, [taskId]),
    ])
    if (!task || !instance) throw new Failure('NOT_FOUND')
    const definition = await work.definitions.get(instance.versionId)
    const rules = rulesAt(definition, task.elementId)
    const survey = definition.process.elements.get(task.elementId)?.properties['survey']
    const where = { processId: definition.processId, starterId: instance.starterId }
    const isOpen = task.state === 'open'
    const isMine = isOpen && holdingOf(directory, where, task.holders, actor.id, work.now()) !== undefined
    const { record, mode, previous } = await documentOf(tx, work, actor, task, rules, isMine)
    const notices = await noticesOf(tx, task, definition, directory, actor)
    const stepForm = task.formData !== null && rules.formKind !== undefined && isMine
    return {
      ...presentTaskRow(task, definition, directory, actor.locale),
      ...(isOpen && presentStandIns(directory, where, task.holders, actor.id, work.now())),
      instance: presentInstanceRow(instance, definition, directory, actor.locale),
      verbs: isMine ? offeredVerbs(rules, task.state, work.catalogue, actor.locale) : [],
      ...(record && { record }),
      mode,
      editable: isMine && mode === 'snapshot' ? rules.editable : [],
      ...(stepForm && { stepForm: { kind: rules.formKind ?? '', data: task.formData ?? {} } }),
      ...(survey !== undefined && { survey }),
      ...(previous && { previous }),
      opinions: said
        .filter(({ recordId }) => task.recordId === null || recordId === task.recordId)
        .map((row) => opinionOf(row, definition, directory, actor)),
      ...notices,
    }
  })
}

interface TaskDocument {
  record: RecordDetail | undefined
  mode: TaskDetail['mode']
  previous: TaskDetail['previous']
}

const noDocument: TaskDocument = { record: undefined, mode: 'none', previous: undefined }

/** The form of whoever writes; otherwise the version that the step is about, and the one before it. */
async function documentOf(
  tx: Transaction,
  { catalogue }: Work,
  actor: Actor,
  task: TaskPageRow,
  rules: TaskRules,
  isMine: boolean,
): Promise<TaskDocument> {
  const record =
    task.recordId === null ? undefined : await loadRecordDetail(tx, actor, catalogue, task.recordId)
  if (!record) return noDocument
  const kind = catalogue.kinds.get(rules.formKind ?? '')
  if (isMine && kind !== undefined && kind.type !== 'form') {
    const previous =
      record.version > 0 ? await loadVersion(tx, actor, catalogue, record.id, record.version) : undefined
    return { record, mode: 'form', previous }
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
    record: { ...record, title, level, data, attachments, version: wanted, isDraft: false },
    mode: 'snapshot',
    previous,
  }
}

const opinionStatement = `
  select o.id as "taskId", o.element_id as "elementId", o.position_id as "positionId", o.completed_by as "personId",
         o.on_behalf_of as "onBehalfOf",
         o.decision, o.opinion, o.record_id as "recordId", o.record_version as "recordVersion",
         o.completed_at as "signedAt"
  from tasks o
  where o.instance_id = (select instance_id from tasks where id = $1) and o.state = 'done'
  order by o.completed_at, o.id`

function opinionOf(
  row: OpinionRow,
  definition: Definition,
  directory: Directory,
  { locale }: Actor,
): Opinion {
  const rules = rulesAt(definition, row.elementId)
  const position = row.positionId === null ? undefined : directory.positionName(row.positionId)
  return {
    taskId: row.taskId,
    elementId: row.elementId,
    taskName: elementName(definition, row.elementId, locale),
    ...(position && { positionName: position[locale] }),
    ...(row.personId === null
      ? { timedOut: true as const }
      : { person: presentPerson(directory, row.personId) }),
    ...(row.onBehalfOf !== null && { onBehalfOf: presentPerson(directory, row.onBehalfOf) }),
    decision: row.decision,
    decisionLabel: verbLabel(rules, row.decision, locale),
    ...(row.opinion !== null && { opinion: row.opinion }),
    ...(row.recordVersion !== null && { recordVersion: row.recordVersion }),
    signedAt: row.signedAt,
  }
}
