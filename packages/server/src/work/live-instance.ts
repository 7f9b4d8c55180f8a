import type { State } from '@canmou/engine'
import type { Database } from '../db/database.ts'
import type { LimitRule } from './apply-step.ts'
import type { Definition, Definitions } from '../processes/definitions.ts'
import { rulesAt } from './task-rules.ts'

export type InstanceStatusName = 'running' | 'completed' | 'failed' | 'cancelled'

/** An open task. */
export interface LiveTask {
  id: string
  engineTaskId: string
  elementId: string
  name: string
  positionId?: string | undefined
  recordId?: string | undefined
  recordVersion?: number | undefined
  /** Ids of all records that it is about, where it may be about several; `recordId` is the first. */
  documents?: string[] | undefined
  createdAt: string
  dueAt?: string | undefined
  /** `zeebe:taskSchedule`, as it was worked out when the task was put. */
  dueDate?: string | undefined
  onLimit?: LimitRule | undefined
  /** Ids of the people who may do it. */
  candidates: string[]
}

/** A record that the instance has made. */
export interface LiveRecord {
  id: string
  kind: string
  /**
   * Which of the instance's records: the kind's code, with more where each round of a loop has its own. The documents of
   * one step have the same.
   */
  slot: string
  number?: string | undefined
  title: string
  status: string
  level: number
  version: number
  ownerId: string
  departmentId: string
  /** What the program filled in (`x-source`), as far as it is known here; a value that is not is written once more. */
  filled?: Record<string, unknown> | undefined
}

/** An instance as of one version: what the next step is decided from. Never changed; a step makes a new one. */
export interface LiveInstance {
  id: string
  number: string
  definition: Definition
  title: string
  level: number
  departmentId: string
  starterId: string
  status: InstanceStatusName
  version: number
  /** Absent before the start. */
  state?: State | undefined
  startedAt: string
  endedAt?: string | undefined
  timers: Record<string, string>
  armedAt?: string | undefined
  sourceId?: string | undefined
  parent?: { instanceId: string; callId: string } | undefined
  tasks: LiveTask[]
  records: LiveRecord[]
  participants: string[]
}

interface InstanceRow {
  id: string
  number: string
  processVersionId: string
  title: string
  level: number
  departmentId: string
  starterId: string
  status: InstanceStatusName
  version: number
  state: string
  startedAt: string
  endedAt: string | null
  timers: Record<string, string>
  armedAt: string | null
  sourceId: string | null
  parentInstanceId: string | null
  parentCallId: string | null
  tasks: LiveTask[]
  records: LiveRecord[]
  participants: string[]
}

/** Reads an instance as it is now; one statement, so that all of it is of one version. */
export async function loadInstance(
  database: Database,
  definitions: Definitions,
  instanceId: string,
): Promise<LiveInstance | undefined> {
  const row = await database.asSystem((tx) => tx.first<InstanceRow>(instanceStatement, [instanceId]))
  if (!row) return undefined
  const { processVersionId, state, endedAt, armedAt, sourceId, parentInstanceId, parentCallId, ...rest } = row
  const definition = await definitions.get(processVersionId)
  return {
    ...rest,
    tasks: rest.tasks.map((task) => withDocuments(definition, withoutNulls(task))),
    records: rest.records.map(withoutNulls),
    definition,
    state: JSON.parse(state) as State,
    endedAt: endedAt ?? undefined,
    armedAt: armedAt ?? undefined,
    sourceId: sourceId ?? undefined,
    parent:
      parentInstanceId === null ? undefined : { instanceId: parentInstanceId, callId: parentCallId ?? '' },
  }
}

/** A task that was put before somebody when its step made one document still may make several. */
function withDocuments(definition: Definition, task: LiveTask): LiveTask {
  const { documents, recordId, elementId } = task
  if (documents || recordId === undefined || !rulesAt(definition, elementId).isMany) return task
  return { ...task, documents: [recordId] }
}

function withoutNulls<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row
}

const instanceStatement = `
  select i.id, i.number, i.process_version_id as "processVersionId", i.title, i.level, i.department_id as "departmentId",
         i.starter_id as "starterId", i.status, i.version, i.state, i.started_at as "startedAt", i.ended_at as "endedAt",
         i.timers, i.armed_at as "armedAt", i.source_instance_id as "sourceId",
         i.parent_instance_id as "parentInstanceId", i.parent_call_id as "parentCallId",
         (select coalesce(json_agg(json_build_object('id', t.id, 'engineTaskId', t.engine_task_id,
                   'elementId', t.element_id, 'name', t.name, 'positionId', t.position_id,
                   'recordId', t.record_id, 'recordVersion', t.record_version,
                   'documents', (select json_agg(d.record_id order by d.record_id)
                                 from task_documents d
                                 where d.task_id = t.id),
                   'createdAt', to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                   'dueAt', to_char(t.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                   'dueDate', t.due_date, 'onLimit', t.on_limit,
                   'candidates', (select coalesce(json_agg(c.person_id), '[]')
                                  from task_candidates c
                                  where c.task_id = t.id)) order by t.id), '[]')
          from tasks t
          where t.instance_id = i.id and t.state = 'open') as tasks,
         (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind,
                   'slot', coalesce(r.slot, r.kind), 'number', r.number, 'title', r.title,
                   'status', r.status, 'level', r.level, 'version', r.version, 'ownerId', r.owner_id,
                   'departmentId', r.department_id, 'filled', r.filled) order by r.id), '[]')
          from records r
          where r.instance_id = i.id and not (r.version = 0 and r.status = 'void')) as records,
         array(select p.person_id from instance_participants p where p.instance_id = i.id) as participants
  from instances i
  where i.id = $1`
