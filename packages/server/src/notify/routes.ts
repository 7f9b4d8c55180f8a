import type { FastifyInstance } from 'fastify'
import type { Context } from '../http/context.ts'
import { everybody } from './announce-registers.ts'

/** A proxy that hears nothing for a minute closes the connection. */
const heartbeatMs = 25_000

/**
 * Server-sent events: `changed` whenever something of the person's has changed, `registers` when an entry of a register has.
 * It says no more than that, for what has changed is asked for again, with the person's own rights.
 */
export function registerNotify(app: FastifyInstance, { events }: Context): void {
  app.get(
    '/api/events',
    {
      config: { permission: 'signedIn' },
      schema: { tags: ['notify'], summary: 'A stream of hints (text/event-stream)' },
    },
    (request, reply) => {
      const { id } = request.actor
      reply.hijack()
      const { raw } = reply
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      })
      raw.write('retry: 2000\n\n')
      const tell = (people: readonly string[]): void => {
        if (people.includes(id)) raw.write('data: changed\n\n')
        else if (people.includes(everybody)) raw.write('data: registers\n\n')
      }
      const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMs)
      const close = (): void => {
        clearInterval(heartbeat)
        events.off('told', tell).off('closing', close)
        raw.end()
      }
      events.on('told', tell).on('closing', close)
      raw.on('close', close)
    },
  )
}
