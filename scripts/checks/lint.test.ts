import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root, tool } from '../setup/root.mjs'
import { plant, runCheck } from './planted.ts'

const tsconfig = JSON.stringify({
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023'],
    types: [],
    module: 'nodenext',
    strict: true,
    noEmit: true,
  },
})

async function lint(file: string, content: string) {
  const config = await readFile(path.join(root, '.oxlintrc.json'), 'utf8')
  const folder = await plant({ '.oxlintrc.json': config, 'tsconfig.json': tsconfig, [file]: `${content}\n` })
  return runCheck(folder, [tool('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings', '--format=unix'])
}

test('code that keeps the rules passes', async () => {
  const { code, output } = await lint(
    'packages/server/src/good.ts',
    'export const now = (): number => Date.now()',
  )
  expect(output).not.toContain('good.ts')
  expect(code).toBe(0)
})

test.each([
  [
    'typescript(no-floating-promises)',
    'packages/server/src/bad.ts',
    `async function save(): Promise<void> {}\nexport function act(): void {\n  save()\n}`,
  ],
  [
    'typescript(no-misused-promises)',
    'packages/server/src/bad.ts',
    `export function isOpen(open: Promise<boolean>): number {\n  return open ? 1 : 2\n}`,
  ],
  [
    'typescript(switch-exhaustiveness-check)',
    'packages/server/src/bad.ts',
    `export function name(kind: 'a' | 'b'): string | undefined {\n  switch (kind) {\n    case 'a':\n      return 'A'\n  }\n  return undefined\n}`,
  ],
  ['typescript(no-explicit-any)', 'packages/server/src/bad.ts', 'export const loose: any = 1'],
  [
    'typescript(ban-ts-comment)',
    'packages/server/src/bad.ts',
    '// @ts-ignore\nexport const wrong: number = "1"',
  ],
  [
    'typescript(no-non-null-assertion)',
    'packages/server/src/bad.ts',
    'export const first = (list: number[]): number => list[0]!',
  ],
  ['eslint(no-warning-comments)', 'packages/server/src/bad.ts', '// TODO later\nexport {}'],
  ['eslint(no-console)', 'packages/server/src/bad.ts', 'console.log(1)\nexport {}'],
  ['eslint(max-lines)', 'packages/server/src/bad.ts', 'export {}\n' + '// a line\n'.repeat(400)],
  [
    'eslint(no-restricted-globals)',
    'packages/engine/src/bad.ts',
    'export const now = (): Date => new Date()',
  ],
  [
    'eslint(no-restricted-properties)',
    'packages/engine/src/bad.ts',
    'export const luck = (): number => Math.random()',
  ],
  [
    'vitest(no-focused-tests)',
    'packages/server/src/bad.test.ts',
    `import { test } from 'vitest'\ntest.only('alone', () => {})`,
  ],
  [
    'vitest(no-disabled-tests)',
    'packages/server/src/bad.test.ts',
    `import { test } from 'vitest'\ntest.skip('never', () => {})`,
  ],
  [
    'react-hooks(rules-of-hooks)',
    'packages/web/src/Bad.tsx',
    `import { useState } from 'react'\nexport function Bad({ on }: { on: boolean }): string {\n  if (on) useState(0)\n  return ''\n}`,
  ],
])('%s catches %s', async (rule, file, content) => {
  const { code, output } = await lint(file, content)
  expect(output).toContain(`/${rule}]`)
  expect(code).not.toBe(0)
})
