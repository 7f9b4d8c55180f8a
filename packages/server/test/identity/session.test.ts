import type { LightMyRequestResponse } from 'fastify'
import { describe, expect, it } from 'vitest'
import { signIn, useApp } from '../app.ts'
import { testPassword } from '../demo.ts'

const server = useApp()

describe('sign-in', () => {
  it('opens a session and says who one is', async () => {
    const cookie = await signIn(server.app, 'marketManager')
    const me = await server.app.inject({ url: '/api/me', headers: { cookie } })
    expect(me.json()).toMatchObject({
      username: 'marketManager',
      departmentId: 'marketing',
      clearance: 'secret',
      locale: 'zh-CN',
      positions: [{ id: 'marketManager', name: '市场经理' }],
    })
  })

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const payload = { username: 'marketManager', password: testPassword }
    const answer = await server.app.inject({ method: 'POST', url: '/api/session', payload })
    expect(answer.cookies[0]).toMatchObject({
      name: 'canmou_session',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    })
  })

  it('answers a wrong password and an unknown user alike', async () => {
    const ask = async (username: string): Promise<unknown> => {
      const payload = { username, password: 'wrong' }
      const answer = await server.app.inject({ method: 'POST', url: '/api/session', payload })
      const { requestId: _, ...body } = answer.json<Record<string, unknown>>()
      return { status: answer.statusCode, body }
    }
    expect(await ask('marketManager')).toEqual(await ask('nobody'))
    expect(await ask('nobody')).toMatchObject({ status: 401, body: { code: 'CREDENTIALS_WRONG' } })
  })

  it('slows down guessing per user name, and tells how long to wait', async () => {
    const guess = (): Promise<LightMyRequestResponse> =>
      server.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { username: 'financeManager', password: 'wrong' },
      })
    for (let attempt = 0; attempt < 10; attempt++) expect((await guess()).statusCode).toBe(401)
    const refused = await guess()
    expect(refused.json()).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    await signIn(server.app, 'generalManager')
  })

  it('ends with the session', async () => {
    const cookie = await signIn(server.app, 'marketManager')
    const ended = await server.app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie } })
    expect(ended.statusCode).toBe(204)
    const after = await server.app.inject({ url: '/api/me', headers: { cookie } })
    expect(after.json()).toMatchObject({ code: 'UNAUTHENTICATED' })
  })
})
