import type { Attachment } from '@canmou/contract'
import type { FastifyRequest } from 'fastify'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { sizeInWords } from '../http/error-handler.ts'
import { Failure } from '../http/failure.ts'
import { ownDraft } from '../records/own-draft.ts'
import { cleanFileName } from './file-name.ts'
import type { ReceivedFile } from './file-store.ts'
import { acceptedMediaType } from './file-type.ts'

/** What a form adds around its file. */
const formOverhead = 16 * 1024

/**
 * Takes the file of a multipart request (field `file`) as an attachment of the draft that the actor writes. Whether he may attach, how
 * large it is said to be and what it is called is asked before anything is written. Fails with NOT_FOUND, DRAFT_MISSING,
 * MEDIA_TYPE_UNSUPPORTED, FILE_TOO_LARGE, FILE_NAME_INVALID or FILE_TYPE_REFUSED, and leaves nothing behind then.
 */
export async function receiveAttachment(
  context: Context,
  actor: Actor,
  recordId: string,
  request: FastifyRequest,
): Promise<Attachment> {
  const { database, catalogue, files } = context
  const { largestFile } = files
  if (!request.isMultipart()) throw new Failure('MEDIA_TYPE_UNSUPPORTED')
  if (Number(request.headers['content-length'] ?? 0) > largestFile + formOverhead) throw tooLarge(largestFile)
  await database.as(actor.id, (tx) => ownDraft(tx, catalogue, recordId))
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
    return await keepAttachment(context, actor, recordId, { name, mediaType }, received)
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
  { database, catalogue, files, now }: Context,
  actor: Actor,
  recordId: string,
  { name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>,
  received: ReceivedFile,
): Promise<Attachment> {
  const id = uuid()
  const at = now()
  const { size, sha256 } = received
  await files.keep(id, received)
  try {
    await database.as(actor.id, async (tx) => {
      await ownDraft(tx, catalogue, recordId)
      await insertAttachment(tx, { id, recordId, name, mediaType, size, sha256, uploadedBy: actor.id, at })
    })
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

interface NewAttachment {
  id: string
  recordId: string
  name: string
  mediaType: string
  size: number
  sha256: Buffer
  uploadedBy: string
  at: Date
}

/** The file is on the draft's list at once, so that it is not lost where the page goes before it saves the draft. */
async function insertAttachment(tx: Transaction, file: NewAttachment): Promise<void> {
  await Promise.all([
    tx.execute(
      `insert into attachments (id, record_id, name, media_type, size, sha256, uploaded_by, uploaded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [file.id, file.recordId, file.name, file.mediaType, file.size, file.sha256, file.uploadedBy, file.at],
    ),
    tx.execute('update record_drafts set attachment_ids = attachment_ids || $2::uuid where record_id = $1', [
      file.recordId,
      file.id,
    ]),
  ])
}
