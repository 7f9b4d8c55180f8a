// `npm run dev`: the server, started again on each change, and the pages from vite (http://127.0.0.1:5173).
import path from 'node:path'
import { runUntilStopped } from './setup/child-server.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { nodeRuntime, root, tool, toolEnvironment } from './setup/root.mjs'
import { runMain } from './setup/terminal.mjs'

await runMain(async () => {
  await ensureInstalled()
  const env = { ...toolEnvironment(), CANMOU_DATA: process.env['CANMOU_DATA'] || path.join(root, '.data') }
  const server = ['--watch', '--watch-preserve-output', path.join(root, 'packages/server/src/main.ts')]
  const codes = await Promise.all([
    runUntilStopped(nodeRuntime(), server, { cwd: root, env }),
    runUntilStopped(nodeRuntime(), [tool('vite/bin/vite.js')], { cwd: path.join(root, 'packages/web'), env }),
  ])
  return Math.max(...codes)
})
