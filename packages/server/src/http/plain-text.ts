import type { FastifyInstance } from 'fastify'
import { Failure } from './failure.ts'

/**
 * Whether every text in a value, keys included, can be stored: PostgreSQL takes no NUL, and half a surrogate pair is no
 * character. Numbers beyond what a double holds are none either. JSON is at most `deepestJson` levels deep by now.
 */
export function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0\p{Cs}]/u.test(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  return Array.isArray(value)
    ? value.every(isPlain)
    : Object.entries(value).every(([key, inner]) => isPlain(key) && isPlain(inner))
}

/** Refuses an address with characters that no text has: REQUEST_INVALID. */
export function refuseUnreadableAddresses(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ params, query }) => {
    if (!isPlain(params) || !isPlain(query)) throw new Failure('REQUEST_INVALID')
  })
}
