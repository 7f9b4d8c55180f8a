import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { permissions, type Permission } from '@canmou/contract'
import { useApp } from '../app.ts'

interface Route {
  method: string
  url: string
  permission: Permission
}

const app = useApp()

/** Every route of the program, with an id that nothing has in place of each parameter. */
function routesOf(server: FastifyInstance): Route[] {
  return server.declaredRoutes.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
}

const addressOf = (url: string): string =>
  url
    .replace(':verb', 'approve')
    .replace(/:\w*[iI]d\b|:id/g, '00000000-0000-7000-8000-000000000000')
    .replace(/:\w+/g, 'x')
    .replace('*', 'x')

const positions = [
  'generalManager',
  'technicalDirector',
  'keyAccountDeptManager',
  'projectDeptManager',
  'productMarketingManager',
  'marketManager',
  'keyAccountManager1',
  'businessUnitManager',
  'financeManager',
  'processAdmin',
]

describe('who may call what', () => {
  it('every route says so, in the words of the contract', () => {
    const routes = routesOf(app.app)
    expect(routes.length).toBeGreaterThan(20)
    expect(routes.filter(({ permission }) => !(permission in permissions))).toEqual([])
  })

  it('nobody who is not signed in gets past a route that is not for anyone', async () => {
    for (const { method, url, permission } of routesOf(app.app)) {
      if (permission === 'anyone') continue
      const answer = await app.app.inject({ method: method as 'GET', url: addressOf(url) })
      expect([method, url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
        method,
        url,
        401,
        'UNAUTHENTICATED',
      ])
    }
  })

  it('each position is let in where its permission says, and refused with a code elsewhere', async () => {
    for (const username of positions) {
      for (const { method, url, permission } of routesOf(app.app)) {
        if (permission === 'anyone' || url === '/api/events') continue
        const answer = await app.as(username)({ method: method as 'GET', url: addressOf(url) })
        const code = answer.headers['content-type']?.includes('json')
          ? answer.json<{ code?: string }>().code
          : undefined
        const isShut = permission === 'processAdmin' && username !== 'processAdmin'
        expect([username, method, url, code === 'FORBIDDEN']).toEqual([username, method, url, isShut])
        expect([username, method, url, answer.statusCode < 500]).toEqual([username, method, url, true])
      }
    }
  })
})
