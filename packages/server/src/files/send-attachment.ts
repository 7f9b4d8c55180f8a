import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { attachmentDisposition } from './file-name.ts'

interface StoredFile {
  name: string
  mediaType: string
  size: number
  sha256: string
}

/** Answers with the content of an attachment that the actor may see, always as a download. Fails with NOT_FOUND. */
export async function sendAttachment(
  { database, files }: Context,
  actor: Actor,
  id: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Readable | null> {
  const [file] = await database.query<StoredFile>(
    actor.id,
    `select name, media_type as "mediaType", size, encode(sha256, 'hex') as sha256 from attachments where id = $1`,
    [id],
  )
  if (!file) throw new Failure('NOT_FOUND')
  const etag = `"${file.sha256}"`
  reply.headers({
    'content-disposition': attachmentDisposition(file.name),
    'content-type': file.mediaType,
    'x-content-type-options': 'nosniff',
    // Should a browser show it all the same, it shows it without scripts and without this site's rights.
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
    etag,
  })
  if (request.headers['if-none-match'] === etag) {
    reply.code(304)
    return null
  }
  const range = rangeOf(request, etag, file.size)
  if (range) {
    reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  }
  reply.header('content-length', range ? range.end - range.start + 1 : file.size)
  return files.read(id, range)
}

/** One part of the file, where one is asked for and is there; everything else is answered with the whole (RFC 9110 §14.2). */
function rangeOf(
  { headers }: FastifyRequest,
  etag: string,
  size: number,
): { start: number; end: number } | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.range ?? '') ?? []
  if ((from === '' && to === '') || (headers['if-range'] ?? etag) !== etag) return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start <= end ? { start, end } : undefined
}
