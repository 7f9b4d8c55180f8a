import type { RecordStatus, TaskDocument, TaskSummary } from '@canmou/contract'
import type { Catalogue, RecordKind } from '../catalogue/catalogue.ts'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { levelOf } from '../organization/levels.ts'
import type { Writing } from './document-form.ts'
import type { LiveInstance, LiveRecord, LiveTask } from './live-instance.ts'
import { titleOf } from './present.ts'
import { documentsOf, problemsIn } from './several-documents.ts'
import { rightsOfTask } from './step-rights.ts'
import { rulesOfTask } from './task-rules.ts'
import type { Work } from './work.ts'

interface DocumentRow {
  id: string
  kind: string
  title: string
  number: string | null
  status: RecordStatus
  level: number
  version: number
  revision: number | null
  isOneOfSeveral: boolean
}

/** What a task is about, as far as the actor sees it (`tx` is on his behalf), oldest first. */
export async function loadDocuments(
  tx: Transaction,
  { locale }: Actor,
  { kinds }: Catalogue,
  taskId: string,
): Promise<{ documents: TaskDocument[]; areSeveral: boolean }> {
  const rows = await tx.query<DocumentRow>(documentStatement, [taskId])
  const documents = rows.map(({ kind, title, number, level, revision, isOneOfSeveral: _, ...document }) => ({
    ...document,
    title: titleOf(title, kinds.get(kind)?.name ?? { 'zh-CN': '', 'zh-TW': '', en: '' }, locale),
    level: levelOf(level),
    ...(number !== null && { number }),
    ...(revision !== null && { revision }),
  }))
  return { documents, areSeveral: rows.some(({ isOneOfSeveral }) => isOneOfSeveral) }
}

// A draft is there for those who write it; for everybody else the title is that of the version that the task is about: the
// newest while it is open.
const documentStatement = `
  select r.id, r.kind, coalesce(d.title, v.title, r.title) as title, r.number, r.status, coalesce(d.level, v.level, r.level) as level,
         coalesce(one.version, r.version) as version, d.revision, one."isOneOfSeveral"
  from (select o.record_id as id, case when t.state <> 'open' then o.record_version end as version, true as "isOneOfSeveral"
        from task_documents o
        join tasks t on t.id = o.task_id
        where o.task_id = $1
        union all
        select record_id, case when state <> 'open' then record_version end, false
        from tasks
        where id = $1 and not exists (select from task_documents where task_id = $1)) one
  join records r on r.id = one.id
  left join record_drafts d on d.record_id = r.id
  left join record_versions v on v.record_id = r.id and v.version = coalesce(one.version, r.version)
  order by r.id`

/** With how many places of each must be corrected yet, for whoever writes them. */
export async function withProblems(
  work: Work,
  actor: Actor,
  { id, instanceId }: Pick<TaskSummary, 'id' | 'instanceId'>,
  documents: TaskDocument[],
): Promise<TaskDocument[]> {
  const live = await work.instances.get(instanceId)
  const task = live?.tasks.find((one) => one.id === id)
  if (!live || !task) return documents
  const records = documentsOf({ live, task })
  const checked: TaskDocument[] = []
  for (const document of documents) {
    const record = records.find((one) => one.id === document.id)
    const kind = record && work.catalogue.kinds.get(record.kind)
    const problems = record && kind && (await problemsIn(writingOf(work, actor, live, task, record, kind)))
    checked.push({ ...document, ...(problems !== undefined && { problems }) })
  }
  return checked
}

const writingOf = (
  work: Work,
  actor: Actor,
  live: LiveInstance,
  task: LiveTask,
  record: LiveRecord,
  kind: RecordKind,
): Writing => ({
  work,
  actor,
  live,
  task,
  record,
  kind,
  rights: rightsOfTask(live, task, rulesOfTask(live, task), kind),
})
