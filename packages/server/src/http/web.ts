import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from './failure.ts'

/** Serves the built pages: hashed assets for ever, every other address of a page as `index.html`. */
export async function serveWeb(app: FastifyInstance, webDir: string | undefined): Promise<void> {
  const root = webDir === undefined ? undefined : path.resolve(webDir)
  if (root === undefined || !existsSync(path.join(root, 'index.html'))) {
    app.setNotFoundHandler(() => {
      throw new Failure('NOT_FOUND')
    })
    return
  }
  await app.register(fastifyStatic, { root, serve: false, preCompressed: true, dotfiles: 'ignore' })
  app.get('/assets/*', { config: { permission: 'anyone' }, schema: { hide: true } }, (request, reply) =>
    reply.sendFile(`assets/${(request.params as { '*': string })['*']}`, {
      immutable: true,
      maxAge: '365d',
    }),
  )
  // A survey's page has its own small program. The link is a secret, so it is neither logged nor told to any other site.
  app.get(
    '/s/:token',
    { config: { permission: 'anyone' }, logLevel: 'error', schema: { hide: true } },
    (_request, reply) =>
      reply
        .headers({ 'cache-control': 'no-cache', 'referrer-policy': 'no-referrer' })
        .sendFile('survey.html', { cacheControl: false }),
  )
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (isApi(request.url) || (request.method !== 'GET' && request.method !== 'HEAD'))
      throw new Failure('NOT_FOUND')
    const file = fileAtRoot(root, request.url)
    return reply.header('cache-control', 'no-cache').sendFile(file ?? 'index.html', { cacheControl: false })
  }
  app.setNotFoundHandler(sendPage)
}

const isApi = (url: string): boolean => url === '/api' || url.startsWith('/api/') || url.startsWith('/api?')

/** `favicon.svg`, `robots.txt` and the like: files that lie beside `index.html`. */
function fileAtRoot(root: string, url: string): string | undefined {
  const name = /^\/([\w-]+(?:\.[\w-]+)+)(?:\?|$)/.exec(url)?.[1]
  return name !== undefined && existsSync(path.join(root, name)) ? name : undefined
}
