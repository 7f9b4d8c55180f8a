import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { TestApp } from '../app.ts'

const mark = '@FILE:'

/** The data with every `@FILE:name` replaced by a file of that name, attached to the record that the task writes. */
export async function attachFiles(
  app: TestApp,
  taskId: string,
  by: string,
  data: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  if (!JSON.stringify(data).includes(`"${mark}`)) return data
  const task = await app.database.asSystem((tx) =>
    tx.first<{ recordId: string }>('select record_id as "recordId" from tasks where id = $1', [taskId]),
  )
  if (!task) throw new Error(`the task ${taskId} writes no record`)
  const attach = async (value: unknown): Promise<unknown> => {
    if (typeof value === 'string' && value.startsWith(mark))
      return attachment(app, task.recordId, by, value.slice(mark.length))
    return Array.isArray(value) ? Promise.all(value.map(attach)) : value
  }
  const members = Object.entries(data).map(async ([name, value]) => [name, await attach(value)] as const)
  return Object.fromEntries(await Promise.all(members))
}

async function attachment(app: TestApp, recordId: string, by: string, name: string): Promise<string> {
  const id = uuid()
  const sha256 = createHash('sha256').update(name).digest()
  await app.database.asSystem((tx) =>
    tx.execute(
      `insert into attachments (id, record_id, name, media_type, size, sha256, uploaded_by)
       values ($1, $2, $3, 'application/pdf', $4, $5, $6)`,
      [id, recordId, name, name.length, sha256, app.idOf(by)],
    ),
  )
  return id
}
