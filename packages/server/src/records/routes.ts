import type { FastifyInstance } from 'fastify'
import type { Context } from '../http/context.ts'
import type { DraftRights } from './field-rights.ts'
import { registerKinds } from './kind-routes.ts'
import { registerReading } from './read-routes.ts'
import { registerWriting } from './write-routes.ts'

/** Documents and registers: kinds, lists, versions, drafts, and the entries that live outside processes. */
export function registerRecords(app: FastifyInstance, context: Context, rightsOf: DraftRights): void {
  registerKinds(app, context)
  registerReading(app, context, rightsOf)
  registerWriting(app, context, rightsOf)
}
