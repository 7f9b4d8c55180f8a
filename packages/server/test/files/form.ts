import type { InjectOptions } from 'fastify'

const boundary = 'canmou-test-boundary'

/** A multipart body with one file, as a browser writes it. */
export function formWith(content: Buffer | string, name: string, field = 'file'): Buffer {
  const quoted = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const opening =
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${quoted}"\r\n` +
    'Content-Type: application/octet-stream\r\n\r\n'
  return Buffer.concat([Buffer.from(opening), Buffer.from(content), Buffer.from(formEnd)])
}
/** What follows the file. */
export const formEnd = `\r\n--${boundary}--\r\n`
export const formHeaders = { 'content-type': `multipart/form-data; boundary=${boundary}` }

export const uploadOf = (
  recordId: string,
  content: Buffer | string,
  name: string,
  field?: string,
): InjectOptions => ({
  method: 'POST',
  url: `/api/records/${recordId}/attachments`,
  headers: formHeaders,
  payload: formWith(content, name, field),
})

/** A file that is to go with the opinion at a task. */
export const uploadToTask = (taskId: string, content: Buffer | string, name: string): InjectOptions => ({
  ...uploadOf('', content, name),
  url: `/api/tasks/${taskId}/attachments`,
})

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
