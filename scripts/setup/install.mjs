import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from './program.mjs'
import { NODE_NEEDED, root } from './root.mjs'
import { SetupError, withProgress } from './terminal.mjs'

/**
 * An entry of package-lock.json.
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 */

/**
 * Installs the dependencies where `node_modules` is not what `package-lock.json` asks for.
 *
 * Not `npm ci`, though it works on this lock file too: it takes no further packages by name, which an old Node needs
 * (`namedPackages`). What it promises is kept: what an interrupted installation left is removed, the lock file stays as it
 * is, and the result is compared with it.
 */
export async function ensureInstalled() {
  if (isInstalled(root)) return
  const { code } = await withProgress(
    { zh: '正在安装依赖（npm install）', en: 'Installing dependencies (npm install)' },
    install,
  )
  if (code !== 0 || !isInstalled(root)) {
    throw new SetupError('INSTALL_FAILED', {
      zh: `依赖没有装好（npm 退出码 ${code}）。请检查网络、npm 的 registry 设置和磁盘空间后重试。`,
      en: `The dependencies could not be installed (npm's exit code ${code}). Check the network, npm's registry setting and the disk, then try again.`,
    })
  }
}

function install() {
  const modules = path.join(root, 'node_modules')
  if (!existsSync(path.join(modules, '.package-lock.json'))) rmSync(modules, { recursive: true, force: true })
  return runProgram(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [...installArguments, ...namedPackages()],
    {
      cwd: root,
      env: withoutOuterNpm(),
    },
  )
}

// What to include is said: a person's npm may be set to leave it out (NODE_ENV=production, omit=optional). No install
// script is run, whatever the version of npm: the database launcher does what they would have done.
const installArguments = [
  'install',
  ...['--include=dev', '--include=optional', '--include=peer'],
  ...['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
]

/**
 * npm drops an optional package whose `engines` do not match the Node that npm itself runs on. The Node that uses it
 * later is another one, so on an old Node the packages for this platform are asked for by name, which it honours.
 */
function namedPackages() {
  if (Number.parseInt(process.versions.node, 10) >= NODE_NEEDED) return []
  const wanted = readLock(path.join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted)
    .filter(
      ([place, entry]) =>
        entry.optional && entry.os && isForUs(entry) && place.split('node_modules/').length === 2,
    )
    .map(([place, entry]) => `${place.slice('node_modules/'.length)}@${entry.version}`)
}

/**
 * Whether a package is meant for this machine.
 * @param {Locked} entry
 */
function isForUs({ os, cpu, libc }) {
  const ours = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    process.report?.getReport() ?? { header: {} }
  )
  const ourLibc = ours.header.glibcVersionRuntime ? 'glibc' : 'musl'
  const isAmong = (/** @type {string[] | undefined} */ list, /** @type {string} */ one) =>
    !list || list.includes(one)
  return (
    isAmong(os, process.platform) &&
    isAmong(cpu, process.arch) &&
    (process.platform !== 'linux' || isAmong(libc, ourLibc))
  )
}

/** What `npm start` tells its scripts about itself would be taken for settings by the npm that we start. */
function withoutOuterNpm() {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(lifecycle|package|command|execpath)/.test(name),
  )
  return Object.fromEntries(kept)
}

/**
 * Whether `node_modules` holds what `package-lock.json` names. npm writes its own list of what it has installed at the
 * very end, so an interrupted install has none.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const wanted = readLock(path.join(folder, 'package-lock.json'))
  const found = readLock(path.join(folder, 'node_modules', '.package-lock.json'))
  if (!wanted || !found) return false
  return Object.entries(wanted).every(([place, entry]) => {
    // Workspaces are in the clone itself.
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true
    const installed = found[place]
    // Without a platform it is optional for another reason: a part of one that is for another platform.
    if (!installed) return entry.optional === true && (!entry.os || !isForUs(entry))
    return same(entry, installed) && existsSync(path.join(folder, place))
  })
}

/**
 * @param {Locked} wanted
 * @param {Locked} found
 */
function same(wanted, found) {
  return wanted.link
    ? found.link === true
    : wanted.version === found.version && wanted.integrity === found.integrity
}

/**
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
