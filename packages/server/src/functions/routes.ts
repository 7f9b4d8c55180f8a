import { DepartmentFunction, StageFocus, pageOf } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import { describeFunctions } from './functions-page.ts'
import { describeFocus } from './stage-focus.ts'

/** 职能: what the department answers for, and where each of it is done. */
export function registerFunctions(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['functions']

  app.get(
    '/api/functions',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'The functions with their duties, and what there is of each now',
        response: { 200: pageOf(DepartmentFunction) },
      },
    },
    async ({ actor }) => ({ items: await describeFunctions(context, actor) }),
  )
  app.get(
    '/api/records/:id/focus',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'The work focus of the life-cycle stage that an entry stands in',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 200: StageFocus },
      },
    },
    ({ actor, params }) => describeFocus(context, actor, params.id),
  )
}
