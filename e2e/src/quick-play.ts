import type { InstanceDetail, RecordSummary, TaskSummary } from '@canmou/contract'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Department } from './department.ts'
import type { ScenarioStep } from './scenarios.ts'

const records = fileURLToPath(new URL('../../catalogue/records/', import.meta.url))

/** Does steps of a scenario over HTTP, for journeys that begin in the middle of a process. */
export async function quickPlay(
  department: Department,
  instanceId: string,
  steps: readonly ScenarioStep[],
): Promise<void> {
  for (const { task: elementId, by, verb, data, opinion } of steps) {
    const { ask } = await department.colleague(by)
    const { tasks, records: made } = await ask<InstanceDetail>('GET', `/api/instances/${instanceId}`)
    const isWanted = (task: TaskSummary) =>
      task.state === 'open' &&
      task.elementId === elementId &&
      task.holders.some(({ username }) => username === by)
    const task = tasks.find(isWanted)
    if (!task) throw new Error(`${by} has no open ${elementId}`)
    await ask('POST', `/api/tasks/${task.id}/${verb}`, {
      ...(data && { data: await resolved(department, by, data, made) }),
      ...(opinion !== undefined && { opinion }),
    })
  }
}

/** `@SSP` is the instance's record of that kind, `@ORG:DEMO-C1` a demo entry; a record from elsewhere is left out. */
async function resolved(
  department: Department,
  by: string,
  value: unknown,
  made: readonly RecordSummary[],
): Promise<unknown> {
  if (typeof value === 'string' && value.startsWith('@')) {
    const [kind = '', key] = value.slice(1).split(':')
    return key === undefined
      ? made.findLast((record) => record.kind === kind)?.id
      : demoEntry(department, by, kind, key)
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => resolved(department, by, item, made)))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(
    async ([name, member]) => [name, await resolved(department, by, member, made)] as const,
  )
  return Object.fromEntries(await Promise.all(members))
}

async function demoEntry(department: Department, by: string, kind: string, key: string): Promise<string> {
  const folder = readdirSync(records).find((name) => name.startsWith(`${kind}-`)) ?? ''
  const entries = JSON.parse(readFileSync(join(records, folder, 'demo.json'), 'utf8')) as {
    key: string
    title: string
  }[]
  const title = entries.find((entry) => entry.key === key)?.title ?? key
  const { ask } = await department.colleague(by)
  const { items } = await ask<{ items: RecordSummary[] }>(
    'GET',
    `/api/records?kind=${kind}&q=${encodeURIComponent(title)}`,
  )
  const found = items.find((record) => record.title === title)
  if (!found) throw new Error(`${by} finds no ${kind} called ${title}`)
  return found.id
}
