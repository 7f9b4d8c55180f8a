import { DraftSave, DraftSaved } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import { saveDraft } from './save-draft.ts'

const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Drafts, and the entries of registers from the first word to the version that is in effect. */
export function registerWriting(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['records']

  app.put(
    '/api/records/:id/draft',
    {
      config: { permission: 'recordEditor' },
      schema: {
        tags,
        summary: 'Save my draft',
        params: byId,
        body: DraftSave,
        response: { 200: DraftSaved },
      },
    },
    (request) => saveDraft(context, request.actor, request.params.id, request.body),
  )
}
