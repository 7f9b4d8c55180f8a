import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBrowser } from '../setup/browser-needs.mjs'
import { runUntilStopped } from '../setup/child-server.mjs'
import { nodeRuntime, root, tool, toolEnvironment } from '../setup/root.mjs'
import { say } from '../setup/terminal.mjs'
import { ensureWebBuilt } from '../setup/web-build.mjs'

/**
 * A kind of tests: one or more projects of `vitest.config.ts`. `prepare` adds to the environment of its run.
 * @typedef {{ name: string, projects: string[], prepare?: () => Promise<NodeJS.ProcessEnv> }} Kind
 * @typedef {{ passed: number, failed: number }} Count
 */

/** @type {Kind[]} */
export const kinds = [
  { name: 'unit', projects: ['unit'] },
  { name: 'property', projects: ['property'] },
  { name: 'database', projects: ['database', 'launcher'] },
  {
    name: 'browser',
    projects: ['browser'],
    prepare: async () => {
      const CHROMIUM_PATH = await ensureBrowser()
      await ensureWebBuilt()
      return { CHROMIUM_PATH }
    },
  },
]

/**
 * Runs one kind of tests and counts them.
 * @param {Kind} kind
 * @param {readonly string[]} filters further arguments for vitest
 * @returns {Promise<Count>}
 */
export async function runKind(kind, filters = []) {
  say({ zh: `— ${kind.name}`, en: 'tests' })
  const added = (await kind.prepare?.()) ?? {}
  const folder = mkdtempSync(path.join(tmpdir(), 'canmou-report-'))
  const report = path.join(folder, 'report.json')
  try {
    const projects = kind.projects.flatMap((project) => ['--project', project])
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await runUntilStopped(
      nodeRuntime(),
      [tool('vitest/vitest.mjs'), 'run', ...projects, ...reporters, ...filters],
      {
        cwd: root,
        env: { ...toolEnvironment(), ...added },
      },
    )
    return countTests(readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Counts a report of vitest. A run in which nothing was tried, or that failed outside a test (a file that does not
 * load, an unhandled rejection), counts as one failure: it must never look like success.
 * @param {{ numPassedTests?: number, numFailedTests?: number } | undefined} report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countTests(report, exitCode) {
  const passed = report?.numPassedTests ?? 0
  const failed = report?.numFailedTests ?? 0
  const failedElsewhere = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: failedElsewhere ? 1 : failed }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
