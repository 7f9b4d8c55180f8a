import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import type { Locale } from '@canmou/contract'
import type { ErrorObject } from 'ajv'
import { Failure, presentFailure } from './failure.ts'
import { acceptedLocale } from './language.ts'
import { describeProblems } from './schema-problems.ts'

/** Every failed request is answered as `{ code, message, details?, requestId }` in the asker's language. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Failure, request, reply) => {
    const failure = asFailure(error, request)
    if (failure.code === 'INTERNAL') request.log.error({ err: error }, 'request failed')
    const { status, body } = presentFailure(failure, localeOf(request), request.id)
    if (failure.code === 'TOO_MANY_ATTEMPTS') reply.header('retry-after', failure.parameters['seconds'])
    return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
  })
}

/** The language to answer in: the person's own choice, else what the browser asks for. */
export function localeOf(request: FastifyRequest): Locale {
  return request.signedInAs?.locale ?? acceptedLocale(request.headers['accept-language'])
}

function asFailure(error: FastifyError | Failure, request: FastifyRequest): Failure {
  if (error instanceof Failure) return error
  if (error.validation) {
    const part = error.validationContext === 'body' ? '' : `/${error.validationContext ?? ''}`
    const problems = describeProblems(error.validation as unknown as ErrorObject[])
    return new Failure(
      'REQUEST_INVALID',
      {},
      problems.map((problem) => ({ ...problem, path: `${part}${problem.path}` })),
    )
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Failure('REQUEST_TOO_LARGE', { limit: sizeInWords(request.routeOptions.bodyLimit) })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Failure('MEDIA_TYPE_UNSUPPORTED')
    case 'FST_ERR_BAD_URL':
      return new Failure('NOT_FOUND')
    default:
      // Fastify's own refusals of a malformed request (a wrong content length, an aborted body): not a bug of ours.
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? new Failure('REQUEST_INVALID', {}, undefined, error)
        : new Failure('INTERNAL', {}, undefined, error)
  }
}

/** 1048576 → `1 MB`. */
export function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.round(bytes / 1024 / 1024)} MB` : `${Math.round(bytes / 1024)} KB`
}
