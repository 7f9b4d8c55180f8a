// `npm start`: from a fresh clone to a page that answers. Runs under Node 18 or newer, before anything is installed.
import path from 'node:path'
import { runUntilStopped } from './setup/child-server.mjs'
import { refuseTakenAddress } from './setup/free-address.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeRuntime, root, toolEnvironment } from './setup/root.mjs'
import { runMain } from './setup/terminal.mjs'
import { ensureWebBuilt } from './setup/web-build.mjs'

await runMain(async () => {
  await refuseTakenAddress(process.env['HOST'] || '127.0.0.1', Number(process.env['PORT'] || 7100))
  await ensureInstalled()
  await ensureWebBuilt()
  return runUntilStopped(nodeRuntime(), [path.join(root, 'packages/server/src/main.ts')], {
    cwd: root,
    env: { ...toolEnvironment(), CANMOU_DATA: process.env['CANMOU_DATA'] || path.join(root, '.data') },
  })
})
