import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root, tool } from '../setup/root.mjs'
import { typeProjects } from './checks.mjs'
import { plant, runCheck } from './planted.ts'

const fromRoot = (name: string) => readFile(path.join(root, name), 'utf8')

async function unused(planted: Record<string, string>) {
  const folder = await plant({
    'knip.json': await fromRoot('knip.json'),
    'package.json': JSON.stringify({ name: 'planted', workspaces: ['packages/*'] }),
    'packages/server/package.json': JSON.stringify({
      name: '@canmou/server',
      type: 'module',
      dependencies: {},
    }),
    'packages/server/src/main.ts': `import { used } from './used.ts'\nprocess.exitCode = used\n`,
    'packages/server/src/used.ts': 'export const used = 1\n',
    ...planted,
  })
  return runCheck(folder, [tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'])
}

test('a repository in which all is used passes', async () => {
  expect(await unused({})).toMatchObject({ code: 0 })
})

test.each([
  ['Unused files', 'packages/server/src/forgotten.ts', 'export const forgotten = 1\n'],
  ['Unused exports', 'packages/server/src/used.ts', 'export const used = 1\nexport const forgotten = 2\n'],
  [
    'Unused dependencies',
    'packages/server/package.json',
    '{ "name": "@canmou/server", "type": "module", "dependencies": { "forgotten": "1.0.0" } }',
  ],
  ['Unlisted dependencies', 'packages/server/src/used.ts', `import 'forgotten'\nexport const used = 1\n`],
])('%s are found', async (title, file, content) => {
  const { code, output } = await unused({ [file]: content })
  expect(output).toContain(`${title} (1)`)
  expect(output).toContain('forgotten')
  expect(code).not.toBe(0)
})

test('a file in another format is found, what a program or a drawing tool writes is left alone', async () => {
  const folder = await plant({
    '.prettierrc.json': await fromRoot('.prettierrc.json'),
    '.prettierignore': await fromRoot('.prettierignore'),
    'good.ts': `export const one = 'one'\n`,
    'drawing.bpmn': '<a   />',
    'dist/built.js': 'export   {}',
  })
  const check = [tool('prettier/bin/prettier.cjs'), '--check', '.']
  expect(await runCheck(folder, check)).toMatchObject({ code: 0 })
  const bad = await plant({
    '.prettierrc.json': await fromRoot('.prettierrc.json'),
    'bad.ts': 'export const one = "one";\n',
  })
  const { code, output } = await runCheck(bad, check)
  expect(code).toBe(1)
  expect(output).toContain('bad.ts')
})

test('each project of the repository is type-checked, by the TypeScript that is pinned', async () => {
  const projects = typeProjects(root).map((project) => path.relative(root, project))
  const needed = ['engine', 'contract', 'server', 'web'].map((name) => `packages/${name}/tsconfig.json`)
  expect(projects).toEqual(
    expect.arrayContaining([...needed, 'scripts/tsconfig.json', 'e2e/tsconfig.json', 'bench/tsconfig.json']),
  )
  const folder = await plant({
    'tsconfig.base.json': await fromRoot('tsconfig.base.json'),
    'packages/engine/tsconfig.json': await fromRoot('packages/engine/tsconfig.json'),
    'packages/engine/src/clock.ts': `import 'node:fs'\nexport const now = setTimeout\nexport const wrong: number = 'one'\n`,
  })
  const compiler = tool('typescript/bin/tsc')
  const { code, output } = await runCheck(folder, [compiler, '-p', 'packages/engine/tsconfig.json'])
  expect(code).not.toBe(0)
  for (const error of ['TS2882', 'TS2304', 'TS2322']) expect(output).toContain(error)
  const { version } = JSON.parse(await fromRoot('node_modules/typescript/package.json')) as {
    version: string
  }
  expect(version).toBe('6.0.3')
})
