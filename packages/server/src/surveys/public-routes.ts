import rateLimit from '@fastify/rate-limit'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { AnswersReceived, PublicAnswers, PublicSurvey } from '@canmou/contract'
import type { Context } from '../http/context.ts'
import { Failure } from '../http/failure.ts'
import { answerSurvey, showSurvey } from './answering.ts'

/** A class of trainees behind one address answers in the same minute; a program that guesses asks far more. */
const mostPerMinute = 300
const largestAnswers = 256 * 1024

const params = Type.Object({ token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) })
const tags = ['surveys: without an account']

/** What somebody with a link may do. The link is a secret: these requests are not logged by their address. */
export async function registerPublicSurveys(instance: FastifyInstance, context: Context): Promise<void> {
  await instance.register(rateLimit, {
    max: mostPerMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new Failure('TOO_MANY_ATTEMPTS', { seconds: Math.max(1, Math.ceil(ttl / 1000)) }),
  })
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/public/surveys/:token',
    {
      config: { permission: 'anyone' },
      logLevel: 'error',
      schema: { tags, summary: 'The questions behind a link', params, response: { 200: PublicSurvey } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return showSurvey(context, request.params.token)
    },
  )
  app.post(
    '/api/public/surveys/:token/answers',
    {
      config: { permission: 'anyone' },
      logLevel: 'error',
      bodyLimit: largestAnswers,
      schema: {
        tags,
        summary: 'Answer once; the same Idempotency-Key is answered as the first time',
        params,
        headers: Type.Object({ 'idempotency-key': Type.String({ minLength: 8, maxLength: 200 }) }),
        body: PublicAnswers,
        response: { 200: AnswersReceived },
      },
    },
    (request) =>
      answerSurvey(context, request.params.token, request.body, request.headers['idempotency-key']),
  )
}
