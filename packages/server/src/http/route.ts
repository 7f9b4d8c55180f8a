import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { permissions, type Permission } from '@canmou/contract'
import { isProcessAdmin } from './actor.ts'
import { Failure } from './failure.ts'
import type { Actor } from './actor.ts'

/** Routes that a plugin brings along and that cannot carry a declaration of their own. */
const permissionOfPlugins: [prefix: string, permission: Permission][] = [['/api/docs', 'anyone']]

/** Makes every route declare who may call it, and holds callers to it. Whatever is registered later is covered. */
export function guardRoutes(app: FastifyInstance): void {
  app.decorate('declaredRoutes', [])
  app.decorateRequest('signedInAs', null)
  app.decorateRequest('actor', {
    getter(this: FastifyRequest): Actor {
      if (!this.signedInAs) throw new Failure('UNAUTHENTICATED')
      return this.signedInAs
    },
  })
  app.addHook('onRoute', (route) => {
    const permission = declaredPermission(route)
    if (!permission || !(permission in permissions)) {
      throw new Error(`The route ${String(route.method)} ${route.url} does not declare who may call it`)
    }
    route.config = { ...route.config, permission }
    for (const method of [route.method].flat())
      app.declaredRoutes.push({ method, url: route.url, permission })
  })
}

function declaredPermission(route: RouteOptions): Permission | undefined {
  return route.config?.permission ?? permissionOfPlugins.find(([prefix]) => route.url.startsWith(prefix))?.[1]
}

/** Refuses whoever the route is not for. What depends on a task or a record is asked by the command itself. */
export function authorize(request: FastifyRequest): void {
  const permission = request.routeOptions.config.permission
  if (permission === 'anyone') return
  if (permission === 'processAdmin' && !isProcessAdmin(request.actor)) throw new Failure('FORBIDDEN')
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses requests that another site made a browser send: the browser adds the session's cookie by itself, and says where
 * the request comes from. Programs send neither header; a bearer token is never added by itself.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (safeMethods.has(request.method) || request.headers.authorization !== undefined) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw new Failure('CROSS_SITE')
  }
  const origin = request.headers.origin
  if (origin === undefined) return
  const host = URL.canParse(origin) ? new URL(origin).host : undefined
  if (host === undefined || host === '' || host !== request.host) throw new Failure('CROSS_SITE')
}
