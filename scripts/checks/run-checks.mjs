import { availableParallelism } from 'node:os'
import { runProgram } from '../setup/program.mjs'
import { nodeRuntime, root, toolEnvironment } from '../setup/root.mjs'
import { say } from '../setup/terminal.mjs'

/**
 * Runs checks side by side, as many as there are cores, and shows each one's output when it has ended.
 * @param {import('./checks.mjs').Check[]} chosen in the order of their importance
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runChecks(chosen) {
  if (chosen.length > 0) say({ zh: '正在检查', en: `checking ${chosen.map(({ name }) => name).join(', ')}` })
  /** @type {string[]} */
  const failed = []
  const waiting = [...chosen]
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check.name)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker))
  return failed
}

/** @param {import('./checks.mjs').Check} check */
async function passes({ name, commands }) {
  const since = Date.now()
  let good = true
  let shown = ''
  for (const command of commands()) {
    const { code, output } = await runProgram(nodeRuntime(), command, {
      cwd: root,
      env: toolEnvironment(),
      quiet: true,
    })
    if (code !== 0) shown += output
    good &&= code === 0
  }
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  if (good) say({ zh: `✓ ${name}`, en: `${seconds} s` })
  else process.stdout.write(`${shown.trimEnd()}\n✗ ${name} · ${seconds} s\n`)
  return good
}
