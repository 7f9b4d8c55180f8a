import { pageOf, RecordKind, RecordKindSummary } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import { describeKind, listKinds } from './kinds.ts'

/** What kinds of records there are, and the forms of each. */
export function registerKinds(instance: FastifyInstance, { catalogue }: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['records']

  app.get(
    '/api/kinds',
    {
      config: { permission: 'signedIn' },
      schema: { tags, summary: 'All record kinds', response: { 200: pageOf(RecordKindSummary) } },
    },
    (request) => Promise.resolve({ items: listKinds(catalogue, request.actor.locale) }),
  )
  app.get(
    '/api/kinds/:code',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'A record kind with its schema and its view',
        params: Type.Object({ code: Type.String({ maxLength: 16 }) }),
        response: { 200: RecordKind },
      },
    },
    (request) => Promise.resolve(describeKind(catalogue, request.params.code, request.actor.locale)),
  )
}
