import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Failure, presentFailure } from './failure.ts'
import { acceptedLocale } from './language.ts'

/** An address that cannot be read (`%zz`) leads nowhere; no route, and so no handler of ours, was found for it. */
export function answerBadAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const locale = acceptedLocale(request.headers['accept-language'])
  const { status, body } = presentFailure(new Failure('NOT_FOUND'), locale, request.id)
  void reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
}

/** The most that Node reads of a request's address and headers together. */
const mostHeaders = '16 KB'

/** What is no HTTP, or has an address or headers beyond all measure, is answered before there is a request. */
export function answerBadConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const failure =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new Failure('REQUEST_TOO_LARGE', { limit: mostHeaders })
      : new Failure('REQUEST_INVALID')
  const { status, body } = presentFailure(failure, acceptedLocale(undefined), randomUUID())
  const text = JSON.stringify(body)
  socket.end(
    [
      `HTTP/1.1 ${status} ${status === 413 ? 'Content Too Large' : 'Bad Request'}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(text)}`,
      'Connection: close',
      '',
      text,
    ].join('\r\n'),
  )
}
