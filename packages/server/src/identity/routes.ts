import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { DemoAccounts, Me, MeChange, NewToken, SignIn, Token, TokenRequest } from '@canmou/contract'
import type { Context } from '../http/context.ts'
import { localeOf } from '../http/error-handler.ts'
import { authenticateRequests, clearSession, sessionCookie } from './authentication.ts'
import { changeLocale, describeMe } from './me.ts'
import { demoAccounts } from './demo-accounts.ts'
import { SignInDesk } from './sign-in.ts'
import { createToken, listTokens, revokeToken } from './tokens.ts'

/** Sign-in by cookie or token, and who one is. */
export function registerIdentity(instance: FastifyInstance, context: Context): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['identity']
  const desk = new SignInDesk(context)
  authenticateRequests(instance, context)

  app.post(
    '/api/session',
    {
      config: { permission: 'anyone' },
      schema: { tags, summary: 'Sign in', body: SignIn, response: { 200: Me } },
    },
    async (request, reply) => {
      const { secret, actor } = await desk.signIn(request.body, request.ip, request.cookies[sessionCookie])
      request.signedInAs = actor
      reply.setCookie(sessionCookie, secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: 'auto',
        maxAge: 30 * 24 * 3600,
      })
      return describeMe(context.database, actor)
    },
  )
  app.delete(
    '/api/session',
    {
      config: { permission: 'anyone' },
      schema: { tags, summary: 'Sign out', response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await desk.signOut(request.cookies[sessionCookie])
      clearSession(reply)
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/session/demo',
    {
      config: { permission: 'anyone' },
      schema: {
        tags,
        summary: 'The accounts of a demo organisation, for the sign-in page',
        response: { 200: DemoAccounts },
      },
    },
    (request) => demoAccounts(context.database, localeOf(request)),
  )
  app.get(
    '/api/me',
    { config: { permission: 'signedIn' }, schema: { tags, summary: 'Who I am', response: { 200: Me } } },
    (request) => describeMe(context.database, request.actor),
  )
  app.patch(
    '/api/me',
    {
      config: { permission: 'signedIn' },
      schema: { tags, summary: 'Choose my language', body: MeChange, response: { 200: Me } },
    },
    async (request) => {
      await changeLocale(context.database, request.actor, request.body.locale)
      return describeMe(context.database, { ...request.actor, locale: request.body.locale })
    },
  )
  app.get(
    '/api/me/tokens',
    {
      config: { permission: 'signedIn' },
      schema: { tags, summary: 'My tokens for programs', response: { 200: Type.Array(Token) } },
    },
    (request) => listTokens(context.database, request.actor.id),
  )
  app.post(
    '/api/me/tokens',
    {
      config: { permission: 'signedIn' },
      schema: { tags, summary: 'Make a token', body: TokenRequest, response: { 201: NewToken } },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await createToken(context.database, request.actor.id, request.body, context.now())),
  )
  app.delete(
    '/api/me/tokens/:id',
    {
      config: { permission: 'signedIn' },
      schema: {
        tags,
        summary: 'Withdraw a token',
        params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await revokeToken(context.database, request.actor.id, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
