import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { buildApp, type AppOptions } from '../src/app.ts'
import { loadCatalogue } from '../src/catalogue/load-catalogue.ts'
import { useDatabase, type TestDatabaseHandle } from './database.ts'
import { testPassword } from './demo.ts'
import { catalogueFolder } from './folders.ts'

export type Caller = (options: InjectOptions) => Promise<LightMyRequestResponse>

export interface TestApp extends TestDatabaseHandle {
  readonly app: FastifyInstance
  readonly filesDir: string
  /** Requests of a signed-in demo person; signs in at the first one. */
  as: (username: string) => Caller
}

/** The whole server on a database and a files folder of its own, for the test file that calls this at its top. */
export function useApp(options: Partial<AppOptions> = {}): TestApp {
  const handle = useDatabase()
  const cookies = new Map<string, Promise<string>>()
  let app: FastifyInstance | undefined
  let filesDir = ''
  beforeAll(async () => {
    filesDir = await mkdtemp(path.join(tmpdir(), 'canmou-files-'))
    const catalogue = await loadCatalogue(catalogueFolder)
    app = await buildApp({ database: handle.database, catalogue, filesDir, ...options })
    await app.ready()
  })
  afterAll(async () => {
    await app?.close()
    await rm(filesDir, { recursive: true, force: true })
  })
  const running = (): FastifyInstance => {
    if (!app) throw new Error('The test server is there from beforeAll on')
    return app
  }
  const as = (username: string): Caller => {
    return async (request) => {
      const cookie = cookies.get(username) ?? signIn(running(), username)
      cookies.set(username, cookie)
      return running().inject({ ...request, headers: { cookie: await cookie, ...request.headers } })
    }
  }
  return Object.defineProperties({ as } as TestApp, {
    ...Object.getOwnPropertyDescriptors(handle),
    app: { get: running },
    filesDir: { get: () => filesDir },
  })
}

/** Signs in and returns the cookie to send. */
export async function signIn(
  app: FastifyInstance,
  username: string,
  password = testPassword,
): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } })
  const cookie = answer.cookies.find(({ name }) => name === 'canmou_session')
  if (!cookie) throw new Error(`${username} could not sign in: ${answer.body}`)
  return `${cookie.name}=${cookie.value}`
}
