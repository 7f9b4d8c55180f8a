// `npm test`: everything that must hold, in a fresh clone too. With names (`node scripts/test.mjs types unit`) only
// those; what follows `--` goes to vitest. Its last line is `N passed, N failed`; a failed check counts as one failure.
import { tmpdir } from 'node:os'
import { checks } from './checks/checks.mjs'
import { clearLeftovers } from './checks/leftovers.mjs'
import { runChecks } from './checks/run-checks.mjs'
import { kinds, runKind } from './checks/test-kinds.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { runMain, say, SetupError } from './setup/terminal.mjs'

await runMain(async () => {
  const { names, filters } = readArguments(process.argv.slice(2))
  const isChosen = (/** @type {{ name: string }} */ { name }) => names.length === 0 || names.includes(name)
  await ensureInstalled()
  clearLeftovers(tmpdir())
  const failedChecks = await runChecks(checks.filter(isChosen))
  const total = { passed: 0, failed: failedChecks.length }
  for (const kind of kinds.filter(isChosen)) {
    const { passed, failed } = await runKind(kind, filters).catch(tellAndCount)
    total.passed += passed
    total.failed += failed
  }
  if (failedChecks.length > 0)
    say({ zh: `没有通过：${failedChecks.join('、')}`, en: `checks that failed: ${failedChecks.join(', ')}` })
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
  return total.failed === 0 ? 0 : 1
})

/** @param {string[]} given */
function readArguments(given) {
  const end = given.indexOf('--')
  const names = end < 0 ? given : given.slice(0, end)
  const known = [...checks, ...kinds].map(({ name }) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw new SetupError('UNKNOWN_CHECK', {
      zh: `没有“${unknown}”这一项。可选：${known.join('、')}`,
      en: `There is no "${unknown}". Known: ${known.join(', ')}`,
    })
  }
  return { names, filters: end < 0 ? [] : given.slice(end + 1) }
}

/**
 * What a kind needs may be missing; the others are still worth running.
 * @param {unknown} error
 */
function tellAndCount(error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`[${error.code}] ${error.sentence.zh}\n[${error.code}] ${error.sentence.en}\n`)
  return { passed: 0, failed: 1 }
}
