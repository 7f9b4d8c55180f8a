import { DocumentAdded, TaskDetail, type Permission } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { addDocument, removeDocument } from './change-documents.ts'
import { asIs, requestKey } from './stored-answer.ts'
import { describeTask } from './task-page.ts'
import type { Work } from './work.ts'

/** A task with what it is about; 再加一份, and giving one up, where it may make several documents. */
export function registerTaskPage(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config: { permission: Permission } = { permission: 'taskHolder' }
  const tags = ['work']
  const id = Type.String({ format: 'uuid' })

  app.get(
    '/api/tasks/:id',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'A task',
        params: Type.Object({ id }),
        querystring: Type.Object({
          document: Type.Optional(
            Type.String({
              format: 'uuid',
              description: 'which one to show, where the task is about several',
            }),
          ),
        }),
        response: { 200: TaskDetail },
      },
    },
    (request) => describeTask(work, request.actor, request.params.id, request.query.document),
  )
  app.post(
    '/api/tasks/:id/documents',
    {
      config,
      schema: {
        tags,
        summary: 'Add a document to a step that may make several',
        params: Type.Object({ id }),
        response: { 201: DocumentAdded },
      },
    },
    async ({ actor, params, headers }, reply) => {
      const key = requestKey(headers['idempotency-key'], params.id, 'addDocument')
      const answer = await addDocument(work, actor, params.id, key)
      return reply
        .code(201)
        .type('application/json; charset=utf-8')
        .serializer(asIs)
        .send(answer as never)
    },
  )
  app.delete(
    '/api/tasks/:id/documents/:recordId',
    {
      config,
      schema: {
        tags,
        summary: 'Give up a document of such a step that was never submitted',
        params: Type.Object({ id, recordId: id }),
        response: { 204: Type.Null() },
      },
    },
    async ({ actor, params }, reply) => {
      await removeDocument(work, actor, params.id, params.recordId)
      return reply.code(204).send(null)
    },
  )
}
