import { Substitution, SubstitutionRequest, type Permission } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Work } from '../work/work.ts'
import { addSubstitution, endSubstitution, listSubstitutions } from './substitutions.ts'

/** 代理: who acts in whose place, from when to when, for what. */
export function registerSubstitutions(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['substitutions']
  const config: { permission: Permission } = { permission: 'signedIn' }
  const items = Type.Object({ items: Type.Array(Substitution) })

  app.get(
    '/api/substitutions',
    { config, schema: { tags, summary: 'Who stands in for whom', response: { 200: items } } },
    async ({ actor }) => ({ items: await listSubstitutions(work, actor) }),
  )
  app.post(
    '/api/substitutions',
    {
      config,
      schema: { tags, summary: 'Name a substitute', body: SubstitutionRequest, response: { 201: items } },
    },
    async ({ actor, body }, reply) =>
      reply.code(201).send({ items: await addSubstitution(work, actor, body) }),
  )
  app.post(
    '/api/substitutions/:id/end',
    {
      config,
      schema: {
        tags,
        summary: 'End it now',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: items },
      },
    },
    async ({ actor, params }) => ({ items: await endSubstitution(work, actor, params.id) }),
  )
}
