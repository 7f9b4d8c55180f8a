import { Attachment, pageOf } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { waitingFiles } from './opinion-files.ts'
import { sendSignature } from './signatures/send-signature.ts'
import type { Work } from './work.ts'

/** What comes with a decision. */
export function registerEnclosures(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
  app.get(
    '/api/tasks/:id/attachments',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags: ['work'],
        summary: 'What I have uploaded to go with my opinion',
        params,
        response: { 200: pageOf(Attachment) },
      },
    },
    async (request) => ({ items: await waitingFiles(work, request.actor, request.params.id) }),
  )
  app.get(
    '/api/tasks/:id/signature',
    {
      config: { permission: 'signedIn' },
      schema: { tags: ['work'], summary: 'The hand signature with which a task was done (PNG)', params },
    },
    async (request, reply) => reply.send(await sendSignature(work, request.actor, request.params.id, reply)),
  )
}
