import { Department, pageOf, PersonOption, Position, type Permission } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import { listDepartments, listPeople, listPositions } from './lists.ts'

/** Who there is and who holds what (domain.md §2); everybody signed in may know. */
export function registerOrganization(instance: FastifyInstance, { database, now }: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const config: { permission: Permission } = { permission: 'signedIn' }
  const tags = ['organization']

  app.get(
    '/api/people',
    {
      config,
      schema: {
        tags,
        summary: 'People to choose from',
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 100 })),
          position: Type.Optional(Type.String({ maxLength: 64 })),
          department: Type.Optional(Type.String({ maxLength: 64 })),
          includeDisabled: Type.Optional(Type.Boolean()),
          cursor: Type.Optional(Type.String({ maxLength: 1000 })),
          limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
        }),
        response: { 200: pageOf(PersonOption) },
      },
    },
    ({ actor, query }) => listPeople(database, actor, { ...query, q: query.q?.trim() }, now()),
  )
  app.get(
    '/api/positions',
    {
      config,
      schema: { tags, summary: 'Positions and who holds them', response: { 200: pageOf(Position) } },
    },
    async ({ actor }) => ({ items: await listPositions(database, actor, now()) }),
  )
  app.get(
    '/api/departments',
    { config, schema: { tags, summary: 'Departments', response: { 200: pageOf(Department) } } },
    async ({ actor }) => ({ items: await listDepartments(database, actor) }),
  )
}
