import {
  ExpiredMessage,
  MessageSent,
  MessageToSend,
  pageOf,
  SignalToSend,
  type Permission,
} from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { requestKey } from '../stored-answer.ts'
import type { Work } from '../work.ts'
import { listExpiredMessages } from './expired-messages.ts'
import { sendMessage, sendSignal } from './send.ts'

/** What reaches running processes from outside. */
export function registerMessages(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config: { permission: Permission } = { permission: 'processAdmin' }
  const tags = ['work']

  app.post(
    '/api/messages',
    {
      config,
      schema: {
        tags,
        summary: 'Send a message to what waits for it, or begins to within its time to live',
        body: MessageToSend,
        response: { 202: MessageSent },
      },
    },
    async ({ actor, body, headers }, reply) => {
      const key = requestKey(headers['idempotency-key'], 'message', body)
      return reply.code(202).send(await sendMessage(work, actor, body, key))
    },
  )
  app.get(
    '/api/messages/expired',
    {
      config,
      schema: {
        tags,
        summary: 'Messages that nothing took within their time to live, the newest first',
        querystring: Type.Object({
          cursor: Type.Optional(Type.String({ maxLength: 1000 })),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
        }),
        response: { 200: pageOf(ExpiredMessage) },
      },
    },
    (request) => listExpiredMessages(work, request.actor, request.query),
  )
  app.post(
    '/api/signals',
    {
      config,
      schema: {
        tags,
        summary: 'Send a signal to everything that waits for it now, and to every process that it starts',
        body: SignalToSend,
        response: { 202: MessageSent },
      },
    },
    async ({ actor, body, headers }, reply) => {
      const key = requestKey(headers['idempotency-key'], 'signal', body)
      return reply.code(202).send(await sendSignal(work, actor, body, key))
    },
  )
}
