// Holds the walls between the packages (architecture.md, "The house"). Takes the folder to check, this clone by default.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import { root } from '../setup/root.mjs'
import rules from './wall-rules.mjs'
import { judge } from './wall-verdict.mjs'

const base = path.resolve(process.argv[2] ?? root)
const { output } = await cruise(['packages'], {
  baseDir: base,
  ruleSet: rules,
  validate: true,
  // An `import type` is a dependency too.
  tsPreCompilationDeps: true,
  doNotFollow: { path: ['node_modules'] },
  exclude: { path: ['/dist/', 'node_modules/(?!@canmou/)'] },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'types', 'default'],
    extensions: ['.ts', '.tsx', '.mjs', '.js'],
  },
})
if (typeof output === 'string') throw new TypeError(output)
const { good, lines } = judge(sourceFiles('packages'), {
  modules: output.modules,
  violations: output.summary.violations,
})
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = good ? 0 : 1

/**
 * @param {string} place
 * @returns {string[]}
 */
function sourceFiles(place) {
  return readdirSync(path.join(base, place), { withFileTypes: true }).flatMap((entry) => {
    const { name } = entry
    if (name === 'node_modules' || name === 'dist') return []
    const inner = `${place}/${name}`
    if (entry.isDirectory()) return sourceFiles(inner)
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [inner] : []
  })
}
