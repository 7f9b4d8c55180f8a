import {
  Expected,
  HandOverDone,
  HandOverRequest,
  InstanceAction,
  InstanceDetail,
  InstanceDiagram,
  InstanceStart,
  instanceVerbs,
  pageOf,
  Question,
  VerbOffer,
  type Permission,
} from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { actOnInstance } from './act-on-instance.ts'
import { ask } from './ask.ts'
import { describeExpected } from './expected-steps.ts'
import { handOverPerson } from './hand-over-person.ts'
import { describeDiagram } from './instance-diagram.ts'
import { describeInstance } from './instance-page.ts'
import { startByHand } from './start-by-hand.ts'
import { requestKey } from './stored-answer.ts'
import { registerTasks } from './task-routes.ts'
import { instanceOffers } from './verb-offers.ts'
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
    async ({ actor, params: { id }, body }) => {
      await ask(work, actor, id, { ...body, text: body.text.trim() })
      return describeInstance(work, actor, id)
    },
  )
  app.get(
    '/api/instances/:id/expected',
    {
      config,
      schema: {
        tags,
        summary: 'Who will be asked next, in which order and why',
        params,
        response: { 200: Expected },
      },
    },
    async ({ actor, params: { id } }) => ({ steps: await describeExpected(work, actor, id) }),
  )
  app.get(
    '/api/instances/:id/verbs',
    {
      config,
      schema: {
        tags,
        summary: 'What can be done with an instance as a whole, and why not',
        params,
        response: { 200: pageOf(VerbOffer) },
      },
    },
    async ({ actor, params: { id } }) => ({ items: await instanceOffers(work, actor, id) }),
  )
  app.post(
    '/api/instances/:id/:verb',
    {
      config,
      schema: {
        tags,
        summary: '撤回 · 终止 · 催办 · 抄送 · 评论',
        params: Type.Object({ id: Type.String({ format: 'uuid' }), verb: Type.Enum([...instanceVerbs]) }),
        body: InstanceAction,
        response: { 200: InstanceDetail },
      },
    },
    async ({ actor, params: { id, verb }, body }) => {
      await actOnInstance(work, actor, id, verb, body)
      return describeInstance(work, actor, id)
    },
  )
  app.post(
    '/api/people/:id/hand-over',
    {
      config: { permission: 'processAdmin' },
      schema: {
        tags,
        summary: '离职转办: everything that waits for this person alone goes to another',
        params,
        body: HandOverRequest,
        response: { 200: HandOverDone },
      },
    },
    ({ actor, params: { id }, body }) => handOverPerson(work, actor, id, body),
  )
  registerTasks(instance, work)
}
