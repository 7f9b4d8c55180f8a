// `npm run pictures`: the pictures of the handbook, taken from the running program.
import path from 'node:path'
import { ensureBrowser } from './setup/browser-needs.mjs'
import { runUntilStopped } from './setup/child-server.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeRuntime, root, toolEnvironment } from './setup/root.mjs'
import { runMain } from './setup/terminal.mjs'
import { ensureWebBuilt } from './setup/web-build.mjs'

await runMain(async () => {
  await ensureInstalled()
  const CHROMIUM_PATH = await ensureBrowser()
  await ensureWebBuilt()
  return runUntilStopped(nodeRuntime(), [path.join(root, 'e2e/src/pictures.ts')], {
    cwd: root,
    env: { ...toolEnvironment(), CHROMIUM_PATH },
  })
})
