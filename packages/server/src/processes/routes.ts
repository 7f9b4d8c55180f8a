import { ProcessDetail, ProcessSummary, pageOf } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import type { Definitions } from './definitions.ts'
import { describeProcess, listProcesses } from './process-pages.ts'

/** The processes of the department: what they are called, who starts them, how they are drawn. */
export function registerProcesses(
  instance: FastifyInstance,
  context: Context,
  definitions: Definitions,
): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['processes']

  app.get(
    '/api/processes',
    {
      config: { permission: 'signedIn' },
      schema: { tags, summary: 'All processes', response: { 200: pageOf(ProcessSummary) } },
    },
    async (request) => ({ items: await listProcesses(context, request.actor) }),
  )
  app.get(
    '/api/processes/:id',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'A process with its drawing and its steps',
        params: Type.Object({ id: Type.String({ maxLength: 32 }) }),
        response: { 200: ProcessDetail },
      },
    },
    (request) => describeProcess(context, definitions, request.actor, request.params.id),
  )
}
