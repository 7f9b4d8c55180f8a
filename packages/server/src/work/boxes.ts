import type { BoxCounts, BoxItem, Decision, Locale, OnLimit, Person } from '@canmou/contract'
import { verbFacts } from '@canmou/engine'
import type { Database } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import { readCursor, writeCursor } from '../http/cursor.ts'
import { levelOf } from '../organization/levels.ts'
import { titleOf } from './present.ts'
import { rulesAt, verbLabel } from './task-rules.ts'
import type { Work } from './work.ts'

export interface BoxRequest {
  box: 'todo' | 'done' | 'started' | 'cc' | 'all'
  q?: string | undefined
  /** Code of the process, such as SC-001. */
  process?: string | undefined
  status?: BoxItem['instance']['status'] | undefined
  cursor?: string | undefined
  limit: number
}

interface BoxRow {
  sortKey: string
  key: string
  instance: {
    id: string
    number: string
    title: string
    processId: string
    processName: Record<Locale, string>
    processVersion: number
    versionId: string
    status: BoxItem['instance']['status']
    level: number
    starter: Person
    startedAt: string
    endedAt: string | null
  }
  task: {
    id: string
    elementId: string
    name: Record<Locale, string>
    state: 'open' | 'done' | 'cancelled'
    positionId: string | null
    positionName: Record<Locale, string> | null
    holders: Person[]
    onBehalfOf: Person | null
    createdAt: string
    dueAt: string | null
    then: OnLimit['then'] | null
    completedAt: string | null
    decision: Decision | null
  } | null
  openSteps: Record<Locale, string>[]
  readAt: string | null
}

/**
 * A page of 待办 · 已办 · 我发起的 · 抄送我的 · 流程查询 (every instance), as the person may see it. To do: the earliest due first, then what came first;
 * the others: the newest first. Fails with CURSOR_INVALID.
 */
export async function listBox(
  { database, definitions }: Pick<Work, 'database' | 'definitions'>,
  actor: Actor,
  { box, q, process, status, cursor, limit }: BoxRequest,
): Promise<{ items: BoxItem[]; next?: string }> {
  const after = readCursor(cursor, box === 'todo' || box === 'done' ? ['time', 'id'] : ['id', 'id'])
  const rows = await database.query<BoxRow>(actor.id, boxStatements[box], [
    actor.id,
    q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit + 1,
    process ?? null,
    status ?? null,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const items = await Promise.all(
    shown.map(async (row) => {
      const item = itemOf(row, actor.locale)
      if (box === 'todo' && item.task) {
        const rules = rulesAt(await definitions.described(row.instance.versionId), item.task.elementId)
        if (rules.isTogether) item.task.togetherLabel = verbLabel(rules, 'approve', actor.locale)
      }
      return item
    }),
  )
  return {
    items,
    ...(rows.length > limit && last && { next: writeCursor([last.sortKey, last.key]) }),
  }
}

function itemOf({ key, instance, task, openSteps, readAt }: BoxRow, locale: Locale): BoxItem {
  const { processName, title, level, endedAt, startedAt, versionId: _, ...rest } = instance
  return {
    key,
    instance: {
      ...rest,
      title: titleOf(title, processName, locale),
      processName: processName[locale],
      level: levelOf(level),
      startedAt: asInstant(startedAt),
      ...(endedAt !== null && { endedAt: asInstant(endedAt) }),
    },
    ...(task && { task: taskOf(task, instance.id, locale) }),
    openSteps: [...new Set(openSteps.map((name) => name[locale]))],
    ...(readAt !== null && { readAt }),
  }
}

function taskOf(
  task: NonNullable<BoxRow['task']>,
  instanceId: string,
  locale: Locale,
): NonNullable<BoxItem['task']> {
  const {
    name,
    positionId,
    positionName,
    createdAt,
    dueAt,
    then,
    completedAt,
    decision,
    onBehalfOf,
    ...rest
  } = task
  return {
    ...rest,
    instanceId,
    name: name[locale],
    ...(positionId !== null && { positionId }),
    ...(positionName && { positionName: positionName[locale] }),
    ...(onBehalfOf && { onBehalfOf }),
    createdAt: asInstant(createdAt),
    ...(dueAt !== null && { dueAt: asInstant(dueAt) }),
    ...(then !== null && { onLimit: { then } }),
    ...(completedAt !== null && { completedAt: asInstant(completedAt) }),
    ...(decision !== null && { decision, decisionLabel: verbFacts[decision][locale] }),
  }
}

/** PostgreSQL writes times inside JSON with its own offset. */
const asInstant = (text: string): string => new Date(text).toISOString()

const person = (column: string): string => `
  (select json_build_object('id', p.id, 'username', p.username, 'name', p.name) from people p where p.id = ${column})`

const stepName = (task: string): string => `coalesce(
    v.definition -> 'labels' -> ${task}.element_id,
    jsonb_build_object('zh-CN', ${task}.name, 'zh-TW', ${task}.name, 'en', ${task}.name))`

const instanceColumn = `json_build_object(
    'id', i.id, 'number', i.number, 'title', i.title, 'processId', i.process_id,
    'processName', v.definition -> 'name', 'processVersion', v.version, 'versionId', v.id, 'status', i.status, 'level', i.level,
    'starter', ${person('i.starter_id')}, 'startedAt', i.started_at, 'endedAt', i.ended_at) as instance`

const taskColumn = (holders: string, onBehalfOf: string): string => `json_build_object(
    'id', t.id, 'elementId', t.element_id, 'name', ${stepName('t')}, 'state', t.state, 'positionId', t.position_id,
    'positionName', (select o.name from positions o where o.id = t.position_id), 'holders', ${holders}, 'onBehalfOf', ${person(onBehalfOf)},
    'createdAt', t.created_at, 'dueAt', t.due_at, 'then', t.on_limit ->> 'then', 'completedAt', t.completed_at, 'decision', t.decision) as task`

const openSteps = `array(
    select ${stepName('open')} from tasks open where open.instance_id = i.id and open.state = 'open' order by open.id
  ) as "openSteps"`

const found = `($2::text is null or i.title ilike $2 or i.number ilike $2)
    and ($6::text is null or i.process_id = $6) and ($7::instance_status is null or i.status = $7)`

const byInstance = (from: string, sort: string): string => `
  select ${sort}::text as "sortKey", i.id as key, ${instanceColumn}, null as task, ${openSteps}, %readAt% as "readAt"
  from ${from}
  join process_versions v on v.id = i.process_version_id
  where %mine% and ${found}
    and ($3::text is null or (${sort}, i.id) < ($3::uuid, $4::uuid))
  order by ${sort} desc, i.id desc
  limit $5`

/** Parameters: person, text to find, sort value and key of the last row shown, number of rows, process, status. */
const boxStatements: Record<BoxRequest['box'], string> = {
  todo: `
  select coalesce(t.due_at, 'infinity')::text as "sortKey", t.id as key, ${instanceColumn},
         ${taskColumn(
           `(select coalesce(json_agg(${person('h.person_id')} order by h.person_id), '[]')
                        from task_candidates h where h.task_id = t.id)`,
           'c.on_behalf_of',
         )},
         '{}'::jsonb[] as "openSteps", null as "readAt"
  from tasks_before_me() c
  join tasks t on t.id = c.task_id
  join instances i on i.id = c.instance_id
  join process_versions v on v.id = i.process_version_id
  where $1::uuid is not null and ${found}
    and ($3::text is null or (coalesce(t.due_at, 'infinity'), t.id) > ($3::timestamptz, $4::uuid))
  order by coalesce(t.due_at, 'infinity'), t.id
  limit $5`,
  done: `
  select s.at::text as "sortKey", t.id as key, ${instanceColumn},
         ${taskColumn(`json_build_array(${person('t.completed_by')})`, 't.on_behalf_of')}, ${openSteps}, null as "readAt"
  from (select at, task_id, instance_id from steps where person_id = $1 and task_id is not null
        union all
        select completed_at, id, instance_id from tasks where on_behalf_of = $1) s
  join tasks t on t.id = s.task_id
  join instances i on i.id = s.instance_id
  join process_versions v on v.id = i.process_version_id
  where ${found}
    and ($3::text is null or (s.at, s.task_id) < ($3::timestamptz, $4::uuid))
  order by s.at desc, s.task_id desc
  limit $5`,
  started: byInstance('instances i', 'i.id')
    .replace('%mine%', 'i.starter_id = $1')
    .replace('%readAt%', 'null'),
  all: byInstance('instances i', 'i.id')
    .replace('%mine%', '$1::uuid is not null')
    .replace('%readAt%', 'null'),
  cc: byInstance('copies c join instances i on i.id = c.instance_id', 'i.id')
    .replace('%mine%', 'c.person_id = $1')
    .replace('%readAt%', 'c.read_at'),
}

interface CountRow {
  todo: number
  overdue: number
  cc: number
  newest: {
    taskId: string
    taskName: Record<Locale, string>
    title: string
    processName: Record<Locale, string>
  } | null
}

/** How much waits for the person, and what came last; what is overdue is part of what is to do. */
export async function countBoxes(database: Database, actor: Actor, now: Date): Promise<BoxCounts> {
  const [row] = await database.query<CountRow>(actor.id, countStatement, [actor.id, now])
  if (!row) return { todo: 0, overdue: 0, cc: 0 }
  const { newest, ...counts } = row
  if (!newest) return counts
  const { taskId, taskName, title, processName } = newest
  const instanceTitle = titleOf(title, processName, actor.locale)
  return { ...counts, newest: { taskId, taskName: taskName[actor.locale], instanceTitle } }
}

const countStatement = `
  select count(*)::integer as todo,
         (count(*) filter (where t.due_at < $2))::integer as overdue,
         (select count(*)::integer from copies where person_id = $1 and read_at is null) as cc,
         (select json_build_object('taskId', n.id, 'taskName', ${stepName('n')}, 'title', i.title,
                                   'processName', v.definition -> 'name')
          from tasks_before_me() h
          join tasks n on n.id = h.task_id
          join instances i on i.id = n.instance_id
          join process_versions v on v.id = i.process_version_id
          order by n.id desc
          limit 1) as newest
  from tasks_before_me() c
  join tasks t on t.id = c.task_id`
