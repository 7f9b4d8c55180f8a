import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const endWithParent = fileURLToPath(new URL('./end-with-parent.mjs', import.meta.url))

/**
 * Runs a long-lived Node program until it ends by itself or we are asked to stop; waits for its clean end.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code; 0 after a stop that was asked for
 */
export function runUntilStopped(node, args, { cwd, env }) {
  const child = spawn(node, ['--import', `file://${endWithParent}`, ...args], {
    cwd,
    env,
    // A session of its own: Ctrl-C reaches us and npm, and goes on from here exactly once.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve) => {
    let asked = false
    const stop = () => {
      if (!asked) child.kill('SIGTERM')
      asked = true
    }
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop)
    const watch = watchNpm(stop)
    child.on('error', (error) => {
      process.stderr.write(`${String(error)}\n`)
      resolve(1)
    })
    child.on('exit', (code) => {
      clearInterval(watch)
      resolve(asked ? 0 : (code ?? 1))
    })
  })
}

/**
 * Calls `stop` when the npm that runs us has died. Without npm we may have been sent to the background on purpose, and
 * outlive our terminal.
 * @param {() => void} stop
 */
function watchNpm(stop) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined
  const atStart = ancestors()
  return setInterval(() => {
    if (ancestors() !== atStart) stop()
  }, 500)
}

/** Our parent and its parent: between npm and us there may be a shell, which goes on waiting for us. */
function ancestors() {
  try {
    const [, ofParent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(/\) \S /)
    return `${process.ppid} ${Number.parseInt(ofParent ?? '', 10)}`
  } catch {
    return String(process.ppid)
  }
}
