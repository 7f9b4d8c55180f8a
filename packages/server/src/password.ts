// `npm run password -- <user name>`: a new password for somebody whom nobody else can let in again.
import { openPool } from './db/database.ts'
import { LaunchError } from './db/embedded/launch-error.ts'
import { openDatabase } from './db/embedded/open-database.ts'
import { migrate } from './db/migrate.ts'
import { letInAgain } from './identity/let-in-again.ts'
import { readSettings } from './settings.ts'

const [username] = process.argv.slice(2)
if (username === undefined) {
  process.exitCode = 2
  process.stderr.write('npm run password -- <用户名>\nnpm run password -- <user name>\n')
} else {
  try {
    await main(username)
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error
    process.exitCode = 1
    process.stderr.write(`[${error.code}]\n${error.sentence.zh}\n${error.sentence.en}\n`)
  }
}

async function main(name: string): Promise<void> {
  const opened = await openDatabase(readSettings(process.env))
  try {
    await migrate(opened.adminUrl)
    const database = openPool(opened.appUrl)
    const done = await letInAgain(database, name)
    await database.close()
    if (done) process.stdout.write(`${done.name} · ${name}\n密码 · password: ${done.password}\n`)
    else {
      process.exitCode = 1
      process.stderr.write(
        `没有可以登录的用户“${name}”。\nNobody who may sign in has the user name "${name}".\n`,
      )
    }
  } finally {
    await opened.stop()
  }
}
