import {
  HandOverDone,
  HandOverRequest,
  InstanceAction,
  InstanceDetail,
  instanceVerbs,
  pageOf,
  VerbOffer,
  type Permission,
} from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { actOnInstance } from './act-on-instance.ts'
import { handOverPerson } from './hand-over-person.ts'
import { describeInstance } from './instance-page.ts'
import { requestKey } from './stored-answer.ts'
import { instanceOffers } from './verb-offers.ts'
import type { Work } from './work.ts'

/** What is done with an instance as a whole, and who will be asked next. */
export function registerInstanceVerbs(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config: { permission: Permission } = { permission: 'signedIn' }
  const tags = ['work']
  const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

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
    async ({ actor, params: { id, verb }, body, headers }) => {
      const key = requestKey(headers['idempotency-key'], id, verb, body)
      await actOnInstance(work, actor, id, verb, body, key)
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
}
