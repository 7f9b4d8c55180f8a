import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countTests } from '../checks/test-kinds.mjs'
import { clearLeftovers } from '../checks/leftovers.mjs'
import { plant } from '../checks/planted.ts'
import { refuseTakenAddress } from './free-address.mjs'
import { isInstalled } from './install.mjs'
import { nodePackage, root } from './root.mjs'
import { fingerprint } from './web-build.mjs'

const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } })
const left = { version: '1.0.0', integrity: 'sha512-left' }

async function clone(wanted: object, installed: object) {
  const folder = await plant({
    'package-lock.json': lock(wanted),
    'node_modules/.package-lock.json': lock(installed),
  })
  await mkdir(path.join(folder, 'node_modules/left'))
  return folder
}

test('what is installed as the lock file says is not installed again', async () => {
  const other = { 'node_modules/other-platform': { version: '1.0.0', optional: true } }
  const workspace = { 'packages/engine': { version: '0.1.0' } }
  const wanted = { 'node_modules/left': left, ...other, ...workspace }
  expect(isInstalled(await clone(wanted, { 'node_modules/left': left }))).toBe(true)
})

test('an optional package is needed where it is for this machine, and only there', async () => {
  const { platform, arch } = process
  const binding = (os: string, cpu: string) => ({
    'node_modules/binding': { ...left, optional: true, os: [os], cpu: [cpu] },
  })
  expect(isInstalled(await clone(binding(platform, arch), {}))).toBe(false)
  expect(isInstalled(await clone(binding('sunos', arch), {}))).toBe(true)
  expect(isInstalled(await clone(binding(platform, 'mips'), {}))).toBe(true)
})

test.each([
  ['another version', { 'node_modules/left': { ...left, version: '2.0.0' } }],
  ['another content', { 'node_modules/left': { ...left, integrity: 'sha512-right' } }],
  ['nothing', {}],
])('%s is installed anew', async (_, installed) => {
  expect(isInstalled(await clone({ 'node_modules/left': left }, installed))).toBe(false)
})

test('the lock file names every package that is asked for, Node for each platform too, and no registry', async () => {
  const read = async (file: string) => JSON.parse(await readFile(path.join(root, file), 'utf8')) as unknown
  const { devDependencies, optionalDependencies } = (await read('package.json')) as Record<
    'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const { packages } = (await read('package-lock.json')) as {
    packages: Record<string, { version?: string; resolved?: string }>
  }
  for (const [name, version] of Object.entries({ ...devDependencies, ...optionalDependencies }))
    expect([name, packages[`node_modules/${name}`]?.version]).toEqual([name, version])
  const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64']
  const nodes = platforms.map((platform) => platform.split('-') as [string, string])
  expect(nodes.map(([platform, arch]) => nodePackage(platform, arch)).sort()).toEqual(
    Object.keys(optionalDependencies).sort(),
  )
  expect(Object.values(packages).filter(({ resolved }) => resolved?.includes(':'))).toEqual([])
})

test('an interrupted or damaged installation is installed anew', async () => {
  const folder = await clone({ 'node_modules/left': left }, { 'node_modules/left': left })
  await rm(path.join(folder, 'node_modules/left'), { recursive: true })
  expect(isInstalled(folder)).toBe(false)
  await mkdir(path.join(folder, 'node_modules/left'))
  expect(isInstalled(folder)).toBe(true)
  await rm(path.join(folder, 'node_modules/.package-lock.json'))
  expect(isInstalled(folder)).toBe(false)
})

test('the pages are built again when a source changes, moves or goes, and only then', async () => {
  const folder = await plant({ 'web/src/a.ts': '1', 'web/src/b.ts': '2', 'web/dist/old.js': '3', lock: '4' })
  const places = ['web', 'lock']
  const before = fingerprint(folder, places)
  await writeFile(path.join(folder, 'web/dist/old.js'), 'built')
  expect(fingerprint(folder, places)).toBe(before)
  await writeFile(path.join(folder, 'web/src/a.ts'), 'changed')
  const changed = fingerprint(folder, places)
  await rm(path.join(folder, 'web/src/b.ts'))
  expect(new Set([before, changed, fingerprint(folder, places)]).size).toBe(3)
})

test('a taken address is refused with a code and the way out', async () => {
  const squatter = createServer()
  const port = await new Promise<number>((resolve) => {
    squatter.listen(0, '127.0.0.1', () => {
      const address = squatter.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  onTestFinished(() => void squatter.close())
  await expect(refuseTakenAddress('127.0.0.1', port, 0)).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    sentence: { zh: expect.stringContaining(`PORT=${port + 1}`) as string },
  })
  // The last run may just be ending.
  setTimeout(() => squatter.close(), 300)
  await refuseTakenAddress('127.0.0.1', port)
})

test('a run in which nothing was tried, or that broke outside a test, never looks like success', () => {
  expect(countTests({ numPassedTests: 3, numFailedTests: 0 }, 0)).toEqual({ passed: 3, failed: 0 })
  expect(countTests({ numPassedTests: 3, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
  expect(countTests({ numPassedTests: 3, numFailedTests: 0 }, 1)).toEqual({ passed: 3, failed: 1 })
  expect(countTests({ numPassedTests: 0, numFailedTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  expect(countTests(undefined, 0)).toEqual({ passed: 0, failed: 1 })
})

test('what killed runs left is removed, what a run of today may still use is not', async () => {
  const folder = await plant({
    'canmou-launcher-old/file': '',
    'canmou-report-new/file': '',
    'canmou-mine/file': '',
  })
  const old = new Date(Date.now() - 3 * 3_600_000)
  for (const name of ['canmou-launcher-old', 'canmou-mine']) await utimes(path.join(folder, name), old, old)
  clearLeftovers(folder)
  expect((await readdir(folder)).toSorted()).toEqual(['canmou-mine', 'canmou-report-new'])
})

test('the lock file names no registry, so that it installs from whichever one npm is set to', async () => {
  expect(await readFile(path.join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "http/)
})
