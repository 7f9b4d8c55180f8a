import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

const OURS = /^canmou-(report|launcher|planted|e2e)-/
// No run takes as long as this.
const SURELY_DEAD_MS = 2 * 3_600_000

/**
 * Removes the folders that killed test runs have left. (Those of test servers are cleared by the next test server,
 * which can also stop what still runs in them.)
 * @param {string} folder usually the system's folder for temporary files
 */
export function clearLeftovers(folder) {
  for (const name of readdirSync(folder).filter((entry) => OURS.test(entry))) {
    const place = path.join(folder, name)
    const found = statSync(place, { throwIfNoEntry: false })
    const isOurs = found && found.uid === process.getuid?.()
    if (isOurs && Date.now() - found.mtimeMs > SURELY_DEAD_MS) rmSync(place, { recursive: true, force: true })
  }
}
