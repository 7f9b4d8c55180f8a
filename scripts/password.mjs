// `npm run password -- <user name>`: lets somebody in again, where no administrator can. The program must be stopped, unless
// the database is one of your own (DATABASE_URL).
import path from 'node:path'
import { runUntilStopped } from './setup/child-server.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeRuntime, root, toolEnvironment } from './setup/root.mjs'
import { runMain } from './setup/terminal.mjs'

await runMain(async () => {
  await ensureInstalled()
  const program = path.join(root, 'packages/server/src/password.ts')
  return runUntilStopped(nodeRuntime(), [program, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...toolEnvironment(), CANMOU_DATA: process.env['CANMOU_DATA'] || path.join(root, '.data') },
  })
})
