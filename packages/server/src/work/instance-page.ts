import type { Copy, InstanceDetail } from '@canmou/contract'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { Failure } from '../http/failure.ts'
import { loadSummaries } from '../records/record-summaries.ts'
import { offeredQuestions } from './ask.ts'
import type { Directory } from './directory.ts'
import { chainStatement, presentChain, type ChainRow } from './instance-chain.ts'
import { instanceColumns, presentInstanceRow, type InstanceRow } from './instance-row.ts'
import type { RecordAt } from './entries.ts'
import { loadGiven } from './given.ts'
import { presentPerson } from './present.ts'
import { presentStandIns, whereOf } from './standing-in.ts'
import { presentTaskRow, taskColumns, type TaskRow } from './task-row.ts'
import { timelineOf, type StepRow } from './timeline.ts'
import type { Work } from './work.ts'

/** All of an instance's page, as the asker may see it, in two round trips. Fails with NOT_FOUND. */
export async function describeInstance(
  work: Work,
  actor: Actor,
  instanceId: string,
): Promise<InstanceDetail> {
  const [directory, live] = await Promise.all([work.directory.current(), work.instances.get(instanceId)])
  return work.database.as(actor.id, async (tx) => {
    const [rows, tasks, steps, recordIds, chain, copies, given, reviews] = await Promise.all([
      tx.query<InstanceRow>(`select ${instanceColumns} from instances i where i.id = $1`, [instanceId]),
      tx.query<DocumentTaskRow>(taskStatement, [instanceId]),
      tx.query<StepRow>(
        `select at, person_id as "personId", task_id as "taskId", entries from steps where instance_id = $1 order by version`,
        [instanceId],
      ),
      tx.query<{ id: string }>(
        `select id from records where instance_id = $1 and not (version = 0 and status = 'void') order by id`,
        [instanceId],
      ),
      tx.query<ChainRow>(chainStatement, [instanceId]),
      tx.query<CopyRow>(copyStatement, [instanceId]),
      loadGiven(tx, { instanceId }),
      tx.first<{ processId: string; version: number }>(
        `select process_id as "processId", version from process_versions where review_instance_id = $1`,
        [instanceId],
      ),
      markAsRead(tx, actor.id, instanceId),
    ])
    const [row] = rows
    if (!row) throw new Failure('NOT_FOUND')
    const records = await loadSummaries(
      tx,
      actor,
      work.catalogue,
      recordIds.map(({ id }) => id),
    )
    const definition = await work.definitions.get(row.versionId)
    const where = whereOf({ definition, starterId: row.starterId, level: row.level })
    const positions = tasks.flatMap(({ id, positionId }) =>
      positionId === null ? [] : [[id, positionId] as const],
    )
    return {
      ...presentInstanceRow(row, definition, directory, actor.locale),
      tasks: tasks.map((task) => ({
        ...presentTaskRow(task, definition, directory, actor.locale),
        ...(task.state === 'open' && presentStandIns(directory, where, task.holders, actor.id, work.now())),
      })),
      records,
      timeline: timelineOf(steps, {
        definition,
        directory,
        locale: actor.locale,
        positions: new Map(positions),
        documents: new Map(tasks.map((task) => [task.id, documentOf(task)])),
        given,
        open: new Map(tasks.flatMap(({ id, state, holders }) => (state === 'open' ? [[id, holders]] : []))),
      }),
      copies: copies.map((copy) => presentCopy(copy, directory)),
      asks: live ? offeredQuestions(live, actor, actor.locale) : [],
      ...(reviews && { reviews }),
      chain: await presentChain(work, chain, directory, actor.locale),
    }
  })
}

interface CopyRow {
  personId: string
  copiedBy: string
  at: string
  readAt: string | null
}

/** What a person has sent; the copies that the process itself gives to everybody who took part are not listed. */
const copyStatement = `
  select person_id as "personId", copied_by as "copiedBy", created_at as at, read_at as "readAt"
  from copies
  where instance_id = $1 and person_id <> copied_by
    and exists (select from steps s, jsonb_array_elements(s.entries) e
                where s.instance_id = $1 and s.at = copies.created_at and e ->> 'verb' in ('copy', 'comment'))
  order by created_at desc, person_id`

const presentCopy = ({ personId, copiedBy, at, readAt }: CopyRow, directory: Directory): Copy => ({
  person: presentPerson(directory, personId),
  by: presentPerson(directory, copiedBy),
  at,
  ...(readAt !== null && { readAt }),
})

/** Whoever was copied in has read it once he opened it. */
async function markAsRead(tx: Transaction, personId: string, instanceId: string): Promise<void> {
  await tx.execute(
    'update copies set read_at = now() where instance_id = $1 and person_id = $2 and read_at is null',
    [instanceId, personId],
  )
}

type DocumentTaskRow = TaskRow & {
  recordId: string | null
  recordVersion: number | null
  documents: RecordAt[] | null
}

const documentOf = ({ recordId, recordVersion, documents }: DocumentTaskRow) => ({
  recordId: recordId ?? undefined,
  recordVersion: recordVersion ?? undefined,
  documents: documents ?? undefined,
})

const taskStatement = `
  select ${taskColumns}, t.record_id as "recordId", t.record_version as "recordVersion",
         (select json_agg(json_build_object('recordId', d.record_id, 'recordVersion', d.record_version) order by d.record_id)
          from task_documents d
          where d.task_id = t.id and d.record_version is not null) as documents
  from tasks t
  where t.instance_id = $1
  order by t.state <> 'open', t.completed_at desc nulls first, t.id desc`
