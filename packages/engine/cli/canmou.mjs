#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

// The program is TypeScript that Node 22.18 and later run as it is. An older Node hands over to the one that the
// repository installs, so that the command works with whatever `node` comes first on the PATH.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major > 22 || (major === 22 && minor >= 18)) {
  const { main } = await import('./main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const installed = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const node = createRequire(import.meta.url).resolve(
      `${installed}/bin/node${process.platform === 'win32' ? '.exe' : ''}`,
    )
    const { status } = spawnSync(node, [import.meta.filename ?? process.argv[1], ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    process.exitCode = status ?? 2
  } catch {
    process.stderr.write(`canmou needs Node 22.18 or later; this is ${process.versions.node}\n`)
    process.exitCode = 2
  }
}
