import { existsSync } from 'node:fs'
import path from 'node:path'
import { runProgram } from './program.mjs'
import { SetupError, withProgress } from './terminal.mjs'

// The shell first: it draws no window of its own, and takes half the processor's time for the same pages.
const browsers = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const shell = 'chromium-headless-shell'
const packages = ['chromium', 'fonts-noto-cjk', 'fontconfig', 'ca-certificates']

/**
 * Finds the system's Chromium and a Chinese font, and installs them through apt where that is possible.
 * @returns {Promise<string>} the path of the browser
 */
export async function ensureBrowser() {
  const found = await look()
  if (found.browser && found.font) return found.browser
  await installThroughApt()
  const after = await look()
  if (after.browser && after.font) return after.browser
  const [zh, en] = [
    [after.browser ? [] : ['Chromium（或用 CHROMIUM_PATH 指定）'], after.font ? [] : ['中文字体']],
    [after.browser ? [] : ['Chromium (or its path in CHROMIUM_PATH)'], after.font ? [] : ['a Chinese font']],
  ]
  throw new SetupError('BROWSER_MISSING', {
    zh: `浏览器测试需要 ${zh.flat().join('和')}。Debian / Ubuntu：sudo apt-get install ${packages.join(' ')}；macOS：brew install --cask chromium。`,
    en: `The browser tests need ${en.flat().join(' and ')}. Debian / Ubuntu: sudo apt-get install ${packages.join(' ')}; macOS: brew install --cask chromium.`,
  })
}

async function look() {
  // macOS and Windows bring Chinese fonts along.
  const fonts =
    process.platform === 'linux'
      ? await runProgram('fc-list', [':lang=zh', 'family'], { quiet: true })
      : undefined
  return { browser: findBrowser(), font: !fonts || (fonts.code === 0 && fonts.output.trim() !== '') }
}

function findBrowser() {
  const named = process.env['CHROMIUM_PATH']
  if (named) return existsSync(named) ? named : undefined
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const places = browsers.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  if (process.platform === 'darwin') {
    places.push(
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
  }
  return places.find((place) => existsSync(place))
}

async function installThroughApt() {
  const asRoot = await rootPrefix()
  if (!asRoot || (await runProgram('apt-get', ['--version'], { quiet: true })).code !== 0) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @param {string[]} args */
  const apt = async (args) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', '-q', ...args]
    const { code, output } = await runProgram(command, rest, { env, quiet: true })
    if (code !== 0) process.stderr.write(output.split('\n').slice(-15).join('\n'))
  }
  await withProgress(
    { zh: `正在通过 apt 安装 ${packages.join('、')}`, en: `Installing ${packages.join(', ')} through apt` },
    async () => {
      await apt(['update'])
      const hasShell = (await runProgram('apt-cache', ['show', shell], { quiet: true })).code === 0
      const wanted = hasShell ? packages.map((name) => (name === 'chromium' ? shell : name)) : packages
      await apt(['install', '-y', '--no-install-recommends', ...wanted])
    },
  )
}

/** What to put before a command that root must run; nothing where we may not. */
async function rootPrefix() {
  if (process.getuid?.() === 0) return []
  const { code } = await runProgram('sudo', ['-n', 'true'], { quiet: true })
  return code === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : undefined
}
