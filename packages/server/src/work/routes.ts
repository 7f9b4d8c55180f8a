import { InstanceDetail, InstanceDiagram, InstanceStart, Question, type Permission } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { ask } from './ask.ts'
import { registerEnclosures } from './enclosure-routes.ts'
import { registerExpected } from './expected-routes.ts'
import { describeDiagram } from './instance-diagram.ts'
import { describeInstance } from './instance-page.ts'
import { registerInstanceVerbs } from './instance-verb-routes.ts'
import { registerMessages } from './messages/routes.ts'
import { startByHand } from './start-by-hand.ts'
import { requestKey } from './stored-answer.ts'
import { registerTaskPage } from './task-page-routes.ts'
import { registerTasks } from './task-routes.ts'
import type { Work } from './work.ts'

/** Runs of the processes, and the tasks in them. */
export function registerWork(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config: { permission: Permission } = { permission: 'signedIn' }
  const tags = ['work']
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

  app.post(
    '/api/instances',
    {
      config: { permission: 'starter' },
      schema: {
        tags,
        summary: 'Start a process; `data` is its start form, or else what its first form begins with',
        body: InstanceStart,
        response: { 201: InstanceDetail },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const key = requestKey(request.headers['idempotency-key'], 'start', body)
      const id = await startByHand(work, actor, body.process, body.data, key)
      return reply.code(201).send(await describeInstance(work, actor, id))
    },
  )
  app.get(
    '/api/instances/:id',
    {
      config,
      schema: {
        tags,
        summary: 'An instance: where it is, what it made, what happened',
        params,
        response: { 200: InstanceDetail },
      },
    },
    (request) => describeInstance(work, request.actor, request.params.id),
  )
  app.get(
    '/api/instances/:id/diagram',
    {
      config,
      schema: {
        tags,
        summary: 'The drawing of its version, with its tokens',
        params,
        response: { 200: InstanceDiagram },
      },
    },
    (request) => describeDiagram(work, request.actor, request.params.id),
  )
  app.post(
    '/api/instances/:id/questions',
    {
      config,
      schema: {
        tags,
        summary: 'Ask something of a running instance',
        params,
        body: Question,
        response: { 200: InstanceDetail },
      },
    },
    async ({ actor, params: { id }, body, headers }) => {
      const key = requestKey(headers['idempotency-key'], id, 'ask', body)
      await ask(work, actor, id, { ...body, text: body.text.trim() }, key)
      return describeInstance(work, actor, id)
    },
  )
  registerExpected(instance, work)
  registerInstanceVerbs(instance, work)
  registerMessages(instance, work)
  registerTasks(instance, work)
  registerTaskPage(instance, work)
  registerEnclosures(instance, work)
}
