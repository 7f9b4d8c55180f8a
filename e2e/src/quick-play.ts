import type { InstanceDetail, RecordSummary } from '@canmou/contract'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Department } from './department.ts'
import { openTaskOf } from './open-task.ts'
import type { ScenarioStep } from './scenarios.ts'

const records = fileURLToPath(new URL('../../catalogue/records/', import.meta.url))

/** Does steps of a scenario over HTTP, for journeys that begin in the middle of a process. */
export async function quickPlay(
  department: Department,
  instanceId: string,
  steps: readonly ScenarioStep[],
): Promise<void> {
  for (const { task: elementId, by, verb, data, opinion } of steps) {
    const colleague = await department.colleague(by)
    const { ask } = colleague
    const { records: made } = await ask<InstanceDetail>('GET', `/api/instances/${instanceId}`)
    const task = await openTaskOf(colleague, instanceId, elementId)
    await ask('POST', `/api/tasks/${task.id}/${verb}`, {
      ...(data && { data: await resolveData(department, by, data, made) }),
      ...(opinion !== undefined && { opinion }),
    })
  }
}

/**
 * The data of a scenario as a request holds it: `@SSP` is the newest of these records of that kind, `@ORG:DEMO-C1` a demo
 * entry, `@FILE:a.pdf` a file that is attached to the record first. A record from elsewhere is left out.
 */
export async function resolveData(
  department: Department,
  by: string,
  data: Record<string, unknown>,
  made: readonly RecordSummary[],
  recordId?: string,
): Promise<Record<string, unknown>> {
  const idOf = (reference: string): Promise<string> | string | undefined => {
    const [kind = '', key] = reference.split(/[:#]/)
    if (kind === 'FILE') return attach(department, by, recordId ?? '', key ?? '')
    if (reference.includes(':')) return demoEntry(department, by, kind, key ?? '')
    const own = made.filter((record) => record.kind === kind)
    return key === undefined ? own.at(-1)?.id : own[Number(key) - 1]?.id
  }
  const resolved = async (value: unknown): Promise<unknown> => {
    if (typeof value === 'string' && value.startsWith('@')) return idOf(value.slice(1))
    if (Array.isArray(value)) return Promise.all(value.map(resolved))
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value).map(
      async ([name, member]) => [name, await resolved(member)] as const,
    )
    return Object.fromEntries(await Promise.all(members))
  }
  return (await resolved(data)) as Record<string, unknown>
}

async function attach(department: Department, by: string, recordId: string, name: string): Promise<string> {
  const { context } = await department.colleague(by)
  const isPicture = name.endsWith('.png')
  const answer = await context.request.post(`/api/records/${recordId}/attachments`, {
    multipart: {
      file: {
        name,
        mimeType: isPicture ? 'image/png' : 'application/pdf',
        buffer: isPicture ? onePixel : Buffer.from(`%PDF-1.4\n% ${name}\n%%EOF\n`),
      },
    },
  })
  if (!answer.ok()) throw new Error(`${name}: ${answer.status()} ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
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

/** The smallest picture. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
