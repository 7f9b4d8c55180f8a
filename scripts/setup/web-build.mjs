import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from './program.mjs'
import { nodeRuntime, root, tool, toolEnvironment } from './root.mjs'
import { SetupError, withProgress } from './terminal.mjs'

const web = path.join(root, 'packages/web')
const stamp = path.join(web, 'dist', '.sources')
// All that the built pages are made of.
const sources = ['packages/web', 'packages/contract', 'package-lock.json', 'tsconfig.base.json']

/** Builds the pages where their sources have changed since the last build. */
export async function ensureWebBuilt() {
  const wanted = fingerprint(root, sources)
  if (readStamp() === wanted) return
  const { code, output } = await withProgress({ zh: '正在构建网页', en: 'Building the pages' }, () =>
    runProgram(nodeRuntime(), [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: web,
      env: { ...toolEnvironment(), NODE_ENV: 'production' },
      quiet: true,
    }),
  )
  if (code !== 0) {
    process.stderr.write(output)
    throw new SetupError('WEB_BUILD_FAILED', {
      zh: '网页构建失败，原因见上。',
      en: 'The pages could not be built; the reason is above.',
    })
  }
  writeFileSync(stamp, wanted)
}

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * A hash over the names and contents of all source files below the given places.
 * @param {string} folder
 * @param {readonly string[]} places
 */
export function fingerprint(folder, places) {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesBelow(path.join(folder, place))) {
      hash
        .update(`${path.relative(folder, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesBelow(place) {
  let entries
  try {
    entries = readdirSync(place, { withFileTypes: true })
  } catch {
    return [place]
  }
  return entries
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesBelow(path.join(place, name)))
}
