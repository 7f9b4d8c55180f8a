import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '@canmou/contract'
import type { Database } from '../db/database.ts'
import type { Actor } from '../http/actor.ts'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { authorize, refuseCrossSite } from '../http/route.ts'
import { localDay } from '../organization/local-day.ts'
import { levelOf } from '../organization/levels.ts'

export const sessionCookie = 'canmou_session'
const tokenPrefix = 'canmou_'

/** A secret that cannot be guessed, and the hash under which it is known here. */
export function newSecret(prefix = ''): { secret: string; hash: Buffer } {
  const secret = prefix + randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}
export const newToken = (): { secret: string; hash: Buffer } => newSecret(tokenPrefix)
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Finds out who asks and whether the route is for them, before a body is read. */
export function authenticateRequests(app: FastifyInstance, context: Context): void {
  app.addHook('onRequest', async (request, reply) => {
    refuseCrossSite(request)
    if (request.is404 || request.routeOptions.config.permission === 'anyone') return
    request.signedInAs = await actorOf(context, request)
    if (!request.signedInAs) {
      if (request.headers.cookie !== undefined) clearSession(reply)
      throw new Failure('UNAUTHENTICATED')
    }
    authorize(request)
  })
}

export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/' })
}

async function actorOf(context: Context, request: FastifyRequest): Promise<Actor | null> {
  const bearer = /^Bearer +(\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return findActor(context.database, context.now(), { token: bearer })
  if (request.headers.authorization !== undefined) return null
  const session = request.cookies[sessionCookie]
  if (session === undefined || !/^[\w-]{43}$/.test(session)) return null
  return findActor(context.database, context.now(), { session })
}

async function findActor(
  database: Database,
  now: Date,
  shown: { session?: string; token?: string },
): Promise<Actor | null> {
  const [row] = await database.call<{
    id: string
    username: string
    name: string
    clearance: number
    locale: Locale
    department_id: string
    positions: string[]
  }>('select * from authenticate($1, $2, $3)', [
    shown.session === undefined ? null : hashOf(shown.session),
    shown.token === undefined ? null : hashOf(shown.token),
    localDay(now),
  ])
  if (!row) return null
  const { department_id: departmentId, clearance, ...person } = row
  return { ...person, clearance: levelOf(clearance), departmentId }
}
