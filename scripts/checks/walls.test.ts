import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/root.mjs'
import { plant, plantLink, runCheck } from './planted.ts'
import { judge } from './wall-verdict.mjs'

const clean = {
  'packages/engine/package.json': '{ "name": "@canmou/engine", "exports": { ".": "./src/index.ts" } }',
  'packages/engine/src/index.ts': `export { token } from './token.ts'\n`,
  'packages/engine/src/token.ts': 'export const token = 1\nexport type Token = number\n',
  'packages/contract/package.json': '{ "name": "@canmou/contract", "exports": { ".": "./src/index.ts" } }',
  'packages/contract/src/index.ts': `export { code } from './code.ts'\n`,
  'packages/contract/src/code.ts': 'export const code = 1\n',
  'packages/server/src/work/act.ts': `import { token } from '@canmou/engine'\nimport { code } from '@canmou/contract'\nimport { find } from './queries.ts'\nexport const act = token + code + find\n`,
  'packages/server/src/work/queries.ts': 'export const find = 1\n',
  'packages/server/src/records/record.ts': `import { act } from '../work/act.ts'\nexport const record = act\n`,
  'packages/web/src/page.tsx': `import { code } from '@canmou/contract'\nexport const page = code\n`,
}

async function walls(planted: Record<string, string>) {
  const folder = await plant({ ...clean, ...planted })
  for (const name of ['engine', 'contract']) {
    await plantLink(folder, `node_modules/@canmou/${name}`, path.join(folder, 'packages', name))
  }
  return runCheck(folder, [path.join(root, 'scripts/checks/walls.mjs'), folder])
}

test('a repository that keeps the walls passes, each of its files read', async () => {
  expect(await walls({})).toEqual({
    code: 0,
    output: '8 modules on disk, 0 unread, 7 imports, 0 violations\n',
  })
})

test.each([
  ['web-knows-only-the-contract', 'packages/web/src/bad.ts', `import '@canmou/engine'`],
  // Only TypeScript itself sees this one: proof that the check reads .ts with it.
  [
    'web-knows-only-the-contract',
    'packages/web/src/bad.tsx',
    `import type { Token } from '../../engine/src/token.ts'\nexport type T = Token`,
  ],
  ['web-knows-only-the-contract', 'packages/web/src/bad.ts', `export * from '../../server/src/work/act.ts'`],
  ['engine-imports-no-package-of-ours', 'packages/engine/src/bad.ts', `import '@canmou/contract'`],
  [
    'engine-does-no-io',
    'packages/engine/src/bad.ts',
    `import { readFileSync } from 'node:fs'\nreadFileSync('')`,
  ],
  ['contract-imports-no-package-of-ours', 'packages/contract/src/bad.ts', `import '@canmou/engine'`],
  ['server-knows-no-page', 'packages/server/src/work/bad.ts', `import '../../../web/src/page.tsx'`],
  [
    'engine-is-used-through-its-door',
    'packages/server/src/work/bad.ts',
    `import '../../../engine/src/token.ts'`,
  ],
  [
    'tests-of-the-server-know-the-door-and-the-tests-of-the-engine',
    'packages/server/test/bad.ts',
    `import '../../engine/src/token.ts'`,
  ],
  ['contract-is-used-through-its-door', 'packages/web/src/bad.ts', `import '../../contract/src/code.ts'`],
  [
    'queries-are-private-to-their-capability',
    'packages/server/src/records/bad.ts',
    `import '../work/queries.ts'`,
  ],
  ['queries-are-not-for-the-outside', 'packages/server/src/bad.ts', `import './work/queries.ts'`],
  ['programs-do-not-import-tests', 'packages/server/src/work/bad.ts', `import '../../test/demo.ts'`],
  [
    'no-circles',
    'packages/server/src/work/act.ts',
    `import './queries.ts'\nimport './act.ts'\nexport const act = 1`,
  ],
  ['every-import-resolves', 'packages/server/src/work/bad.ts', `import './nowhere.ts'`],
])('%s catches %s', async (rule, file, content) => {
  const { code, output } = await walls({
    'packages/server/test/demo.ts': 'export {}',
    [file]: `${content}\n`,
  })
  expect(output).toContain(`${rule}: ${file} → `)
  expect(code).toBe(1)
})

test('a file that was not read fails the check, and so does a check over nothing', () => {
  const module = { source: 'packages/a.ts', dependencies: ['b'] }
  expect(judge(['packages/a.ts'], { modules: [module], violations: [] }).good).toBe(true)
  const unread = judge(['packages/a.ts', 'packages/b.ts'], { modules: [module], violations: [] })
  expect(unread).toMatchObject({ good: false, lines: ['not read: packages/b.ts', expect.any(String)] })
  expect(judge([], { modules: [], violations: [] }).good).toBe(false)
  // What a compiler that cannot be read leaves: files without an import among them.
  expect(judge(['packages/a.ts'], { modules: [{ ...module, dependencies: [] }], violations: [] }).good).toBe(
    false,
  )
})
