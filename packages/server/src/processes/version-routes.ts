import {
  Drawing,
  DrawingCheck,
  Id,
  pageOf,
  ProcessVersion,
  VersionDetail,
  VersionDraft,
} from '@canmou/contract'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Work } from '../work/work.ts'
import { reviewVersion } from './review-version.ts'
import { changeVersion, checkVersion, createVersion, describeVersion, listVersions } from './versions.ts'

/** Versions of the processes: handed in as drawings, proved, put before the five managers (domain.md §3 GOV-2). */
export function registerVersions(instance: FastifyInstance, work: Work): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['processes']
  const params = Type.Object({ id: Type.String({ maxLength: 32 }) })
  const versionParams = Type.Object({
    id: Type.String({ maxLength: 32 }),
    version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  })

  app.get(
    '/api/processes/:id/versions',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'All versions, the newest first',
        params,
        response: { 200: pageOf(ProcessVersion) },
      },
    },
    async ({ actor, params: { id } }) => ({ items: await listVersions(work, actor, id) }),
  )
  app.get(
    '/api/processes/:id/versions/:version',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'A version with its drawing and what can be said against it',
        params: versionParams,
        response: { 200: VersionDetail },
      },
    },
    ({ actor, params: { id, version } }) => describeVersion(work, actor, id, version),
  )
  app.post(
    '/api/processes/:id/check',
    {
      config: { permission: 'processAdmin' },
      schema: {
        tags,
        summary: 'Proves a drawing without handing it in',
        params,
        body: Drawing,
        response: { 200: DrawingCheck },
      },
    },
    ({ actor, params: { id }, body }) => checkVersion(work, actor, id, body.xml),
  )
  app.post(
    '/api/processes/:id/versions',
    {
      config: { permission: 'processAdmin' },
      schema: {
        tags,
        summary: 'Hands in a changed drawing as the next version',
        params,
        body: VersionDraft,
        response: { 201: ProcessVersion },
      },
    },
    async ({ actor, params: { id }, body }, reply) =>
      reply.code(201).send(await createVersion(work, actor, id, body)),
  )
  app.put(
    '/api/processes/:id/versions/:version',
    {
      config: { permission: 'processAdmin' },
      schema: {
        tags,
        summary: 'Replaces the drawing of a draft',
        params: versionParams,
        body: VersionDraft,
        response: { 200: ProcessVersion },
      },
    },
    ({ actor, params: { id, version }, body }) => changeVersion(work, actor, id, version, body),
  )
  app.post(
    '/api/processes/:id/versions/:version/review',
    {
      config: { permission: 'processAdmin' },
      schema: {
        tags,
        summary: 'Puts a draft before the five managers',
        params: versionParams,
        response: { 201: Type.Object({ instanceId: Id }) },
      },
    },
    async ({ actor, params: { id, version } }, reply) =>
      reply.code(201).send({ instanceId: await reviewVersion(work, actor, id, version) }),
  )
}
