import { readdirSync } from 'node:fs'
import path from 'node:path'
import { root, tool } from '../setup/root.mjs'

/**
 * A check is a list of commands, each a script for Node with its arguments; all must end with 0.
 * @typedef {{ name: string, commands: () => string[][] }} Check
 */

/** @type {Check[]} */
export const checks = [
  {
    name: 'types',
    commands: () => typeProjects(root).map((project) => [tool('typescript/bin/tsc'), '-p', project]),
  },
  {
    name: 'lint',
    commands: () => [[tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--format=unix']],
  },
  {
    name: 'format',
    commands: () => [[tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  },
  { name: 'walls', commands: () => [[path.join(root, 'scripts/checks/walls.mjs')]] },
  { name: 'unused', commands: () => [[tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints']] },
]

/**
 * Every TypeScript project of the repository: whoever adds one has it checked without saying so.
 * @param {string} folder
 * @returns {string[]}
 */
export function typeProjects(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) return /^(node_modules|dist|\..*)$/.test(entry.name) ? [] : typeProjects(place)
    return entry.name === 'tsconfig.json' ? [place] : []
  })
}
