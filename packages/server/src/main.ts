// The server as a program: opens the database, brings it up to date, serves until it is asked to stop.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import { CatalogueError, loadCatalogue } from './catalogue/load-catalogue.ts'
import { openPool, type Database } from './db/database.ts'
import { LaunchError } from './db/embedded/launch-error.ts'
import { openDatabase } from './db/embedded/open-database.ts'
import type { Sentence } from './db/embedded/sentence.ts'
import { migrate, MigrationError } from './db/migrate.ts'
import { demoPassword } from './identity/demo-password.ts'
import { installCatalogue } from './install-catalogue.ts'
import { readSettings, SettingError } from './settings.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

try {
  await main()
} catch (error) {
  process.exitCode = 1
  tellFailure(error)
}

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const opened = await openDatabase({ ...settings, onProgress: say, onLogLine: () => undefined })
  let database: Database | undefined
  try {
    await migrate(opened.adminUrl, say)
    database = openPool(opened.appUrl)
    const catalogue = await loadCatalogue(path.join(root, 'catalogue'), settings.ownCatalogue)
    const { isDemo } = await installCatalogue(database, catalogue)
    const app = await buildApp({
      database,
      catalogue,
      filesDir: path.join(settings.dataDir, 'files'),
      webDir: path.join(root, 'packages/web/dist'),
      trustProxy: settings.trustProxy,
      logger: { level: settings.logLevel },
      runJobs: true,
    })
    await app.listen({ host: settings.host, port: settings.port })
    welcome(settings, isDemo)
    const lost = opened.ended.then((output) => ({ output }))
    const outcome = await Promise.race([asked(), lost])
    if (typeof outcome === 'object') {
      process.exitCode = 1
      say({ zh: `数据库意外停止：\n${outcome.output}`, en: `The database has stopped:\n${outcome.output}` })
    } else say({ zh: '正在停止……', en: 'Stopping…' })
    await app.close()
  } finally {
    await database?.close()
    await opened.stop()
  }
}

/** Settles when the program is asked to end; a second request ends it at once. */
function asked(): Promise<'asked'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve('asked'))
  })
}

function welcome({ host, port }: { host: string; port: number }, isDemo: boolean): void {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  const lines = ['', `  Canmou 参谋   http://${shown}:${port}`]
  if (isDemo) {
    const { value, published } = demoPassword()
    lines.push(
      '  演示账号 · demo accounts: marketManager（市场经理）, productMarketingManager（产品市场部经理）, generalManager（公司总经理）…',
      `  密码 · password: ${published ? value : '（CANMOU_DEMO_PASSWORD）'}`,
    )
  }
  lines.push('  按 Ctrl-C 停止 · Ctrl-C stops it', '')
  process.stdout.write(`${lines.join('\n')}\n`)
}

function say({ zh, en }: Sentence): void {
  process.stdout.write(`${zh} · ${en}\n`)
}

/** What a person can do something about is said in a sentence; all else is a bug and shows where. */
function tellFailure(error: unknown): void {
  if (error instanceof LaunchError || error instanceof SettingError)
    process.stderr.write(`\n[${error.code}]\n${error.sentence.zh}\n${error.sentence.en}\n`)
  else if (error instanceof MigrationError || error instanceof CatalogueError)
    process.stderr.write(`\n[${error.code}]\n${error.message}\n`)
  else if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    process.stderr.write(
      `\n[PORT_IN_USE]\n端口已被占用，请用 PORT 指定另一个端口。\nThe port is taken; name another with PORT.\n`,
    )
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
