// `npm run generate`: schema.sql from the migrations, and the types of the API for the pages from the routes.
import path from 'node:path'
import { runUntilStopped } from './setup/child-server.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeRuntime, root, toolEnvironment } from './setup/root.mjs'
import { runMain } from './setup/terminal.mjs'

await runMain(async () => {
  await ensureInstalled()
  return runUntilStopped(nodeRuntime(), [path.join(root, 'packages/server/test/generated/write.ts')], {
    cwd: root,
    env: toolEnvironment(),
  })
})
