import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]

/** The system's browser: `CHROMIUM_PATH`, or the first of the usual names on the PATH. Nothing is downloaded. */
export function chromiumPath(): string {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return asked
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  for (const name of names) {
    for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  }
  throw new Error(
    'No Chromium on the PATH; install it (Debian: apt-get install chromium) or set CHROMIUM_PATH',
  )
}

/** A headless browser that speaks to nobody but the page under test. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=zh-CN',
    ],
  })
}
