import type { Attachment } from '@canmou/contract'
import type { FastifyRequest } from 'fastify'
import { newId } from '../db/new-id.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { sizeInWords } from '../http/error-handler.ts'
import { Failure } from '../http/failure.ts'
import type { AttachmentPlace } from './attachment-place.ts'
import { cleanFileName } from './file-name.ts'
import type { ReceivedFile } from './file-store.ts'
import { acceptedMediaType } from './file-type.ts'

/** What a form adds around its file. */
const formOverhead = 16 * 1024

/**
 * Takes the file of a multipart request (field `file`) as an attachment of a draft or a task. Whether the actor may attach, how
 * large it is said to be and what it is called is asked before anything is written. Fails with what the place refuses it for,
 * MEDIA_TYPE_UNSUPPORTED, FILE_TOO_LARGE, FILE_NAME_INVALID or FILE_TYPE_REFUSED, and leaves nothing behind then.
 */
export async function receiveAttachment(
  context: Context,
  place: AttachmentPlace,
  actor: Actor,
  placeId: string,
  request: FastifyRequest,
): Promise<Attachment> {
  const { files } = context
  const { largestFile } = files
  if (!request.isMultipart()) throw new Failure('MEDIA_TYPE_UNSUPPORTED')
  if (Number(request.headers['content-length'] ?? 0) > largestFile + formOverhead) throw tooLarge(largestFile)
  await place.refuse(actor, placeId)
  const part = await request.file()
  if (!part || part.fieldname !== 'file') {
    part?.file.resume()
    throw new Failure('REQUEST_INVALID')
  }
  const name = nameOf(part)
  const received = await files.receive(part.file)
  try {
    if (part.file.truncated) throw tooLarge(largestFile)
    const mediaType = await acceptedMediaType(name, received.head)
    return await keepAttachment(context, place, actor, placeId, { name, mediaType }, received)
  } finally {
    await files.discard(received)
  }
}

const tooLarge = (limit: number): Failure => new Failure('FILE_TOO_LARGE', { limit: sizeInWords(limit) })

function nameOf(part: { filename: string; file: { resume: () => void } }): string {
  try {
    return cleanFileName(part.filename)
  } catch (error) {
    // The rest of the request has to be read before its answer is.
    part.file.resume()
    throw error
  }
}

/**
 * The content is in its place before the row names it: a process that is killed in between leaves a file that nobody knows,
 * which the sweep removes, and never a row without its file.
 */
async function keepAttachment(
  { database, files, now }: Context,
  place: AttachmentPlace,
  actor: Actor,
  placeId: string,
  { name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>,
  received: ReceivedFile,
): Promise<Attachment> {
  const id = newId()
  const at = now()
  const { size, sha256 } = received
  await files.keep(id, received)
  try {
    await database.as(actor.id, (tx) =>
      place.add(tx, placeId, { id, name, mediaType, size, sha256, uploadedBy: actor.id, at }),
    )
  } catch (error) {
    await files.remove(id)
    throw error
  }
  return {
    id,
    name,
    mediaType,
    size,
    sha256: sha256.toString('hex'),
    uploadedBy: { id: actor.id, username: actor.username, name: actor.name },
    uploadedAt: at.toISOString(),
  }
}
