import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Failure } from './failure.ts'
import { isPlain } from './plain-text.ts'

export const deepestJson = 64

/**
 * Reads JSON bodies: UTF-8, without NUL or halves of characters. Their depth is counted before they are parsed, so that no recursive reader behind this one meets more
 * than `deepestJson` levels; keys that would reach an object's prototype are refused.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  // No route takes bare text.
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const text = textOf(bytes)
    if (text === undefined) return done(new Failure('JSON_INVALID'))
    if (text.trim() === '') return done(null, undefined)
    if (isDeeperThan(text, deepestJson)) return done(new Failure('JSON_TOO_DEEP', { limit: deepestJson }))
    const finish = (error: Error | null, body?: unknown): void =>
      error || !isPlain(body)
        ? done(new Failure('JSON_INVALID', {}, undefined, error ?? undefined))
        : done(null, body)
    void parse(request as FastifyRequest, text, finish)
  })
}

/** JSON is UTF-8; what is not would be stored as question marks. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const quote = 0x22
const backslash = 0x5c

function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === backslash) at++
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === 0x7b || code === 0x5b) {
      if (++depth > limit) return true
    } else if (code === 0x7d || code === 0x5d) depth--
  }
  return false
}
