// `npm run bench`: installs what is missing, then measures side by side.
import path from 'node:path'
import { runUntilStopped } from './setup/child-server.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeRuntime, root, toolEnvironment } from './setup/root.mjs'
import { runMain } from './setup/terminal.mjs'

await runMain(async () => {
  await ensureInstalled()
  const main = path.join(root, 'bench/src/main.ts')
  return runUntilStopped(nodeRuntime(), [main, ...process.argv.slice(2)], {
    cwd: root,
    env: toolEnvironment(),
  })
})
