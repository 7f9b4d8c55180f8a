import multipart from '@fastify/multipart'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Attachment } from '@canmou/contract'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import type { AttachmentPlace } from './attachment-place.ts'
import { draftPlace } from './draft-place.ts'
import { receiveAttachment } from './receive-attachment.ts'
import { removeAttachment } from './remove-attachment.ts'
import { sendAttachment } from './send-attachment.ts'

const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Attachments: received into a draft or with an opinion (`opinions`), always given out as downloads. */
export function registerFiles(instance: FastifyInstance, context: Context, opinions: AttachmentPlace): void {
  void instance.register(async (scope) => {
    await scope.register(multipart, {
      limits: { fileSize: context.files.largestFile, files: 1, fields: 10, fieldSize: 1024, parts: 11 },
      throwFileSizeLimit: false,
      // A name with a path in it is refused, not shortened.
      preservePath: true,
    })
    registerAttachments(scope, context, opinions)
  })
}

function registerAttachments(instance: FastifyInstance, context: Context, opinions: AttachmentPlace): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['records']
  const received = {
    description: 'multipart/form-data with one field `file`',
    consumes: ['multipart/form-data'],
    params: byId,
    response: { 201: Attachment },
  }
  const drafts = draftPlace(context)

  app.post(
    '/api/records/:id/attachments',
    {
      config: { permission: 'recordEditor' },
      schema: { tags, summary: 'Attach a file to my draft', ...received },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await receiveAttachment(context, drafts, request.actor, request.params.id, request)),
  )
  app.post(
    '/api/tasks/:id/attachments',
    {
      config: { permission: 'taskHolder' },
      schema: {
        tags: ['work'],
        summary: 'Upload a file to a task of mine, to go with my opinion (意见附件)',
        ...received,
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await receiveAttachment(context, opinions, request.actor, request.params.id, request)),
  )
  app.get(
    '/api/attachments/:id',
    {
      config: { permission: 'signedIn' },
      schema: { tags, summary: 'Download an attachment', params: byId },
    },
    async (request, reply) =>
      reply.send(await sendAttachment(context, request.actor, request.params.id, request, reply)),
  )
  app.delete(
    '/api/attachments/:id',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'Remove an upload of mine that was not submitted',
        params: byId,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await removeAttachment(context, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
