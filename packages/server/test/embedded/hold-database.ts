// Run as a program of its own by the launcher's tests: holds a data folder until it is told to stop.
// Says one line of JSON: { adminUrl, … } once it is open, or { refused, message } when it was refused.
import { LaunchError } from '../../src/db/embedded/launch-error.ts'
import { startEmbedded } from '../../src/db/embedded/embedded-server.ts'

const [dataDir = '', durable] = process.argv.slice(2)
const log: string[] = []
try {
  const server = await startEmbedded({
    dataDir,
    durable: durable === 'durable',
    onLogLine: (line) => log.push(line),
  })
  const stop = () => void server.stop().then(() => process.exit(0))
  process.on('SIGINT', stop).on('SIGTERM', stop)
  say({
    pid: server.pid,
    port: server.port,
    adminUrl: server.url('canmou_owner'),
    superUrl: server.url('postgres'),
    log,
  })
} catch (error) {
  if (!(error instanceof LaunchError)) throw error
  say({ refused: error.code, sentence: error.sentence })
  process.exitCode = 3
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
