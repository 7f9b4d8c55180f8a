import { pageOf, RecordDetail, RecordStatus, RecordSummary, RecordVersion } from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../http/context.ts'
import type { DraftRights } from './field-rights.ts'
import { listRecords } from './list-records.ts'
import { describeRecord, describeVersion, listVersions } from './record-pages.ts'

const byId = Type.Object({ id: Type.String({ format: 'uuid' }) })
const limit = (standard: number) => Type.Integer({ minimum: 1, maximum: 100, default: standard })
const cursor = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))

/** Lists, details and versions, as far as the reader may see them. */
export function registerReading(instance: FastifyInstance, context: Context, rightsOf: DraftRights): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['records']

  app.get(
    '/api/records',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'Records, newest first',
        querystring: Type.Object({
          kind: Type.Optional(Type.String({ maxLength: 16 })),
          status: Type.Optional(RecordStatus),
          q: Type.Optional(Type.String({ maxLength: 100, description: '编号、标题、内容或标题的拼音' })),
          where: Type.Optional(
            Type.String({
              maxLength: 500,
              description:
                'JSON object of field → value: {"roles":"customer"}; with `kind`, also field → bounds, of which one may be absent: {"recordDate":{"from":"2026-03","to":"2026-05-15"}}',
            }),
          ),
          cursor,
          limit: limit(20),
        }),
        response: { 200: pageOf(RecordSummary) },
      },
    },
    (request) => listRecords(context, request.actor, request.query),
  )
  app.get(
    '/api/records/:id',
    {
      config: { permission: 'signedIn' },
      schema: { tags, summary: 'A record', params: byId, response: { 200: RecordDetail } },
    },
    (request) => describeRecord(context, request.actor, request.params.id, rightsOf),
  )
  app.get(
    '/api/records/:id/versions',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'The frozen versions of a record, newest first',
        params: byId,
        querystring: Type.Object({ cursor, limit: limit(100) }),
        response: { 200: pageOf(RecordVersion) },
      },
    },
    (request) => listVersions(context, request.actor, request.params.id, request.query),
  )
  app.get(
    '/api/records/:id/versions/:version',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'A frozen version',
        params: Type.Object({
          ...byId.properties,
          version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
        }),
        response: { 200: RecordVersion },
      },
    },
    (request) => describeVersion(context, request.actor, request.params.id, request.params.version),
  )
}
