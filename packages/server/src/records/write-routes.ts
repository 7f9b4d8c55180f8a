import { DraftSave, DraftSaved, RecordCreate, RecordDetail, RecordSubmit } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import { requestKey } from '../work/stored-answer.ts'
import { createEntry } from './create-entry.ts'
import { discardDraft } from './discard-draft.ts'
import { editEntry } from './edit-entry.ts'
import type { DraftRights } from './field-rights.ts'
import { saveDraft } from './save-draft.ts'
import { submitEntry } from './submit-entry.ts'

const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** Drafts, and the entries of registers from the first word to the version that is in effect. */
export function registerWriting(instance: FastifyInstance, context: Context, rightsOf: DraftRights): void {
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
    async ({ actor, params: { id }, body }) =>
      saveDraft(context, actor, id, body, await rightsOf(actor.id, id)),
  )
  app.delete(
    '/api/records/:id/draft',
    {
      config: { permission: 'recordEditor' },
      schema: {
        tags,
        summary: 'Give my draft of a register’s entry up',
        params: byId,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await discardDraft(context, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  registerEntries(instance, context)
}

function registerEntries(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['records']

  app.post(
    '/api/records',
    {
      config: { permission: 'recordEditor' },
      schema: {
        tags,
        summary: 'Begin an entry of a register',
        body: RecordCreate,
        response: { 201: RecordDetail },
      },
    },
    async (request, reply) => {
      const key = requestKey(request.headers['idempotency-key'], 'create', request.body)
      return reply.code(201).send(await createEntry(context, request.actor, request.body, key))
    },
  )
  app.post(
    '/api/records/:id/submit',
    {
      config: { permission: 'recordEditor' },
      schema: {
        tags,
        summary: 'Make my draft the next version of a register’s entry',
        params: byId,
        body: RecordSubmit,
        response: { 200: RecordDetail },
      },
    },
    (request) => {
      const { actor, params, body, headers } = request
      const key = requestKey(headers['idempotency-key'], 'submitEntry', params.id, body)
      return submitEntry(context, actor, params.id, body, key)
    },
  )
  app.post(
    '/api/records/:id/edit',
    {
      config: { permission: 'recordEditor' },
      schema: {
        tags,
        summary: 'Open a draft of a register’s entry',
        params: byId,
        response: { 200: RecordDetail },
      },
    },
    (request) => editEntry(context, request.actor, request.params.id),
  )
}
