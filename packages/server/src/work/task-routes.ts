import {
  Box,
  BoxCounts,
  BoxItem,
  InstanceStatus,
  pageOf,
  TaskAction,
  TaskActionDone,
  taskVerbs,
  TogetherAction,
  TogetherDone,
  VerbOffer,
  VerbRulesPage,
  type Permission,
} from '@canmou/contract'
import { limitRules, otherRefusals, verbRules, verbTerms } from '@canmou/engine'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { actOnTask } from './act-on-task.ts'
import { approveTogether } from './approve-together.ts'
import { countBoxes, listBox } from './boxes.ts'
import { asIs, requestKey } from './stored-answer.ts'
import { taskOffers } from './verb-offers.ts'
import type { Work } from './work.ts'

const usualPage = 20

/** 流程中心: what there is to do, and doing it. */
export function registerTasks(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config: { permission: Permission } = { permission: 'signedIn' }
  const tags = ['work']
  const id = Type.String({ format: 'uuid' })

  app.get(
    '/api/tasks',
    {
      config,
      schema: {
        tags,
        summary: '待办 · 已办 · 我发起的 · 抄送我的 · 流程查询',
        querystring: Type.Object({
          box: Type.Optional(Box),
          q: Type.Optional(Type.String({ maxLength: 200 })),
          process: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
          status: Type.Optional(InstanceStatus),
          cursor: Type.Optional(Type.String({ maxLength: 500 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        }),
        response: { 200: pageOf(BoxItem) },
      },
    },
    ({ actor, query: { box = 'todo', limit = usualPage, q, ...query } }) =>
      listBox(work, actor, { ...query, box, q: q?.trim(), limit }),
  )
  app.get(
    '/api/tasks/counts',
    { config, schema: { tags, summary: 'How much waits for me', response: { 200: BoxCounts } } },
    (request) => countBoxes(work.database, request.actor, work.now()),
  )
  app.get(
    '/api/tasks/:id/verbs',
    {
      config,
      schema: {
        tags,
        summary: 'What else can be done with a task, and why not',
        params: Type.Object({ id }),
        response: { 200: pageOf(VerbOffer) },
      },
    },
    async (request) => ({ items: await taskOffers(work, request.actor, request.params.id) }),
  )
  app.get(
    '/api/verb-rules',
    { config, schema: { tags, summary: 'What each verb does and where', response: { 200: VerbRulesPage } } },
    ({ actor: { locale } }) => ({
      terms: verbTerms.map(({ term, text }) => ({ term: term[locale], text: text[locale] })),
      verbs: verbRules(locale),
      limits: limitRules.map(({ when, text }) => ({ when: when[locale], text: text[locale] })),
      others: otherRefusals(locale),
    }),
  )
  app.post(
    '/api/tasks/approve',
    {
      config: { permission: 'taskHolder' },
      schema: {
        tags,
        summary: '批量同意: approve several tasks of steps that allow it, each by itself',
        body: TogetherAction,
        response: { 200: TogetherDone },
      },
    },
    ({ actor, body, headers, id: requestId }) =>
      approveTogether(work, actor, body, { key: headers['idempotency-key'], requestId }),
  )
  app.post(
    '/api/tasks/:id/:verb',
    {
      config: { permission: 'taskHolder' },
      schema: {
        tags,
        summary: 'Do a task',
        params: Type.Object({ id, verb: Type.Enum([...taskVerbs]) }),
        body: TaskAction,
        response: { 200: TaskActionDone },
      },
    },
    async (request, reply) => {
      const { actor, body, params } = request
      const key = requestKey(request.headers['idempotency-key'], params.id, params.verb, body)
      const answer = await actOnTask(work, actor, params.id, { ...body, verb: params.verb }, key)
      return reply
        .type('application/json; charset=utf-8')
        .serializer(asIs)
        .send(answer as never)
    },
  )
}
