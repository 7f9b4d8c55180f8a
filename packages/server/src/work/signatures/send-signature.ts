import type { FastifyReply } from 'fastify'
import type { Actor } from '../../http/actor.ts'
import { Failure } from '../../http/failure.ts'
import type { Work } from '../work.ts'

/** Answers with the picture of a signature, for whoever sees the task's document. Fails with NOT_FOUND. */
export async function sendSignature(
  { database }: Work,
  actor: Actor,
  taskId: string,
  reply: FastifyReply,
): Promise<Buffer> {
  const [signature] = await database.query<{ image: Buffer }>(
    actor.id,
    'select image from signatures where task_id = $1',
    [taskId],
  )
  if (!signature) throw new Failure('NOT_FOUND')
  reply.headers({
    'content-type': 'image/png',
    'content-disposition': 'inline; filename="signature.png"',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    // It never changes, but who may see it does.
    'cache-control': 'private, no-cache',
  })
  return signature.image
}
