import path from 'node:path'
import { runUntilStopped } from './child-server.mjs'
import { ensureInstalled } from './install.mjs'
import { nodeRuntime, root, toolEnvironment } from './root.mjs'

/**
 * Installs what is missing, then runs a TypeScript program of this repository.
 * @param {string} file from the repository's root
 * @param {readonly string[]} [args]
 * @param {NodeJS.ProcessEnv} [env] added to the tools' environment
 * @returns {Promise<number>} its exit code
 */
export async function runOurs(file, args = [], env = {}) {
  await ensureInstalled()
  return runUntilStopped(nodeRuntime(), [path.join(root, file), ...args], {
    cwd: root,
    env: { ...toolEnvironment(), ...env },
  })
}
