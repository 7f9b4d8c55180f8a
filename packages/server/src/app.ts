import { EventEmitter } from 'node:events'
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { Type } from 'typebox'
import { registerCalendar } from './calendar/routes.ts'
import type { Catalogue } from './catalogue/catalogue.ts'
import type { Database } from './db/database.ts'
import { FileStore } from './files/file-store.ts'
import { registerFiles } from './files/routes.ts'
import { scheduleSweep, sweepDaily, sweepJob } from './files/sweep-files.ts'
import { registerFunctions } from './functions/routes.ts'
import type { Context } from './http/context.ts'
import { describeApi } from './http/documentation.ts'
import { answerFailures } from './http/error-handler.ts'
import { answerBadAddress, answerBadConnection } from './http/refused-early.ts'
import { readJsonBodies } from './http/json-body.ts'
import { refuseUnreadableAddresses } from './http/plain-text.ts'
import { validatorCompiler } from './http/request-validation.ts'
import { guardRoutes } from './http/route.ts'
import { serveWeb } from './http/web.ts'
import { registerIdentity } from './identity/routes.ts'
import { JobRunner } from './jobs/job-runner.ts'
import { Changes } from './notify/changes.ts'
import { registerNotify } from './notify/routes.ts'
import { registerOrganization } from './organization/routes.ts'
import { registerProcesses } from './processes/routes.ts'
import { registerVersions } from './processes/version-routes.ts'
import { registerRecords } from './records/routes.ts'
import { rightsOfDraft } from './work/draft-rights.ts'
import { workJobs } from './work/jobs.ts'
import { registerSurveys } from './surveys/routes.ts'
import { registerSubstitutions } from './substitutions/routes.ts'
import { registerWork } from './work/routes.ts'
import { scheduleStarts } from './work/scheduled-starts.ts'
import { opinionPlace } from './work/opinion-files.ts'
import { openWork, type Work } from './work/work.ts'

export interface AppOptions {
  database: Database
  catalogue: Catalogue
  /** Where attachments lie. */
  filesDir: string
  /** The most bytes that an attachment may have; 50 MB unless given. */
  largestFile?: number | undefined
  /** The built pages; without them only the API is served. */
  webDir?: string | undefined
  logger?: FastifyServerOptions['logger']
  now?: () => Date
  /** Whether this process does the jobs that are due (timers, hand-overs); several may. */
  runJobs?: boolean
  /** Whether the reverse proxy in front says truly who asks (`X-Forwarded-*`). */
  trustProxy?: boolean
}

const bodyLimit = 2 * 1024 * 1024

/** The whole server, ready to listen or to be asked by `inject`. Throws where a route does not declare who may call it. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.logger ?? false,
    bodyLimit,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBadConnection,
    ajv: { customOptions: { strict: false } },
  })
  const context: Context = {
    database: options.database,
    catalogue: options.catalogue,
    files: new FileStore(options.filesDir, options.largestFile),
    events: new EventEmitter().setMaxListeners(0),
    now: options.now ?? (() => new Date()),
  }
  app.setValidatorCompiler(validatorCompiler)
  context.events.on('broken', (version: object, error: unknown) =>
    app.log.error({ err: error, ...version }, 'the drawing of a process version cannot run'),
  )
  answerFailures(app)
  readJsonBodies(app)
  refuseUnreadableAddresses(app)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentSecurityPolicy },
    ...otherHeaders,
  })
  await app.register(cookie)
  guardRoutes(app)
  await describeApi(app)
  const work = registerCapabilities(app, context)
  await runBackground(app, context, work, options.runJobs ?? false)
  answerHealth(app, context)
  await serveWeb(app, options.webDir)
  return app
}

function answerHealth(app: FastifyInstance, { database }: Context): void {
  const schema = {
    tags: ['health'],
    summary: 'Whether the server and its database answer',
    response: { 200: Type.Object({ status: Type.String() }) },
  }
  app.get('/api/health', { config: { permission: 'anyone' }, schema }, async () => {
    await database.call('select 1')
    return { status: 'ok' }
  })
}

function registerCapabilities(app: FastifyInstance, context: Context): Work {
  const work = openWork(context)
  registerIdentity(app, context)
  registerCalendar(app, context)
  registerOrganization(app, work)
  registerRecords(app, context, (personId, recordId) => rightsOfDraft(work, personId, recordId))
  registerFiles(app, context, opinionPlace(work))
  registerProcesses(app, context, work.definitions)
  registerVersions(app, work)
  registerWork(app, work)
  registerSubstitutions(app, work)
  registerFunctions(app, context)
  registerNotify(app, context)
  registerSurveys(app, context)
  return work
}

/** What goes on beside the requests, from the moment that the server is ready until it closes. */
async function runBackground(
  app: FastifyInstance,
  context: Context,
  work: Work,
  runJobs: boolean,
): Promise<void> {
  const { database, events, now } = context
  const changes = new Changes(database, events)
  const runner = new JobRunner({
    database,
    handlers: new Map([...workJobs(work), [sweepJob, (job) => sweepDaily(context, job)]]),
    now,
    onFailure: (job, error) => app.log.error({ err: error, job: job.kind, key: job.key }, 'a job failed'),
  })
  app.decorate('jobs', runner)
  app.addHook('onReady', async () => {
    await changes.start()
    if (!runJobs) return
    await scheduleStarts(work)
    await scheduleSweep(context)
    events.on('jobs', () => runner.wake())
    runner.start()
  })
  app.addHook('preClose', () => {
    // Streams of events never end by themselves.
    events.emit('closing')
  })
  app.addHook('onClose', async () => {
    await runner.stop()
    await changes.stop()
  })
}

declare module 'fastify' {
  interface FastifyInstance {
    jobs: JobRunner
  }
}

/** Everything comes from this server. Ant Design writes its styles at run time, so styles alone may be inline. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // The default installation speaks plain HTTP on the loopback interface.
  upgradeInsecureRequests: null,
}

const otherHeaders = {
  // Told by the proxy that ends TLS, which alone knows whether there is any.
  strictTransportSecurity: false,
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'same-origin' },
  frameguard: { action: 'deny' },
} as const
