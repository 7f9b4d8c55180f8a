import { parseArgs } from 'node:util'
import { InputError } from './input.ts'
import { runCommand } from './run-command.ts'
import { verifyCommand } from './verify-command.ts'

const usage = `canmou run FILE.bpmn [--variables x.json] [--answers a.json] [--script handlers.mjs] [--commands c.json]
           [--start ID] [--message NAME] [--at TIME] [--steps N]
  Runs the process in memory and prints its trace. User tasks are completed with the next entry of
  a.json: { "elementId": [{ …first visit }, { …second }] }, or with nothing. handlers.mjs exports functions
  by job type, called with the job; they return variables, or throw an error with an errorCode. With
  --commands only those are given: [{ "type": "completeTask", "elementId": "A", "variables": {} }, …].
  Exits 0 when the process completes, 1 when it does not, 2 for bad input.

canmou verify FILE.bpmn… [--catalogue c.json] [--given names.json] [--language en|zh-CN]
  Prints what can go wrong. c.json: { "positions": [{ "id", "holders" }], "recordKinds": [{ "code", "fields" }],
  "processes": ["…"] }; names.json: variables that every instance starts with. Exits 1 where there are errors.
`

/** The `canmou` command. Gives the exit code. */
export async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args
  // a reader that has seen enough, such as head, closes the pipe
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  try {
    if (command === 'run')
      return await runCommand(
        options(rest, ['variables', 'answers', 'script', 'commands', 'start', 'message', 'at', 'steps']),
      )
    if (command === 'verify') return await verifyCommand(options(rest, ['catalogue', 'given', 'language']))
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
  const isHelp = command === undefined || command === 'help' || command === '--help'
  ;(isHelp ? process.stdout : process.stderr).write(usage)
  return isHelp ? 0 : 2
}

export interface Arguments {
  files: string[]
  /** Option values by name. */
  given: { [option: string]: string | undefined }
}

function options(args: string[], names: string[]): Arguments {
  const known = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { positionals, values } = parseArgs({ args, options: known, allowPositionals: true })
    if (positionals.length === 0) throw new InputError('name a .bpmn file')
    return { files: positionals, given: values }
  } catch (error) {
    throw error instanceof InputError
      ? error
      : new InputError(error instanceof Error ? error.message : String(error))
  }
}
