import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department } from './src/department.ts'

const dist = fileURLToPath(new URL('../packages/web/dist/', import.meta.url))
/** Compressed: what a slow office line has to carry before anything is seen (features.md §3.5). */
const mostBytes = 300 * 1024

const mostScripts = 12
const firstPage = ['index.html', 'src/i18n/bundle-zh-CN.ts', 'src/work/WorkbenchPage.tsx']

interface Chunk {
  file: string
  imports?: string[]
}

/** The scripts of these modules and of all that they import at once. */
function scriptsOf(...modules: string[]): string[] {
  const manifest = JSON.parse(readFileSync(`${dist}assets/manifest.json`, 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const add = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(add)
  }
  modules.forEach(add)
  return [...files]
}

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

describe('the first load', () => {
  it('brings less than 300 KB of script, compressed: the entry, the language, and the first page', () => {
    // What is too small to be worth compressing goes as it is.
    const sent = scriptsOf(...firstPage)
      .map((file) => `${dist}${file}`)
      .map((file) => (existsSync(`${file}.gz`) ? `${file}.gz` : file))
    const bytes = sent.map((file) => statSync(file).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(mostBytes)
  })

  it('asks for a dozen scripts, not for a hundred', () => {
    expect(scriptsOf(...firstPage).length).toBeLessThanOrEqual(mostScripts)
    expect(scriptsOf('index.html', 'src/work/TaskPage.tsx').length).toBeLessThanOrEqual(mostScripts)
  })

  it('brings a respondent nothing of the program', () => {
    const scripts = scriptsOf('survey.html', 'src/surveys/respondent/Questions.tsx')
    expect(scripts.filter((file) => /program|platform|lists|documents/.test(file))).toEqual([])
  })

  it('fetches the form and the drawing only where they are shown, and says how soon it can be used', async () => {
    const { context } = await department.colleague('marketManager')
    const page = await context.newPage()
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: /市场经理/ }).waitFor()
    const { scripts, usableMs } = await page.evaluate(() => ({
      scripts: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js')),
      usableMs: Math.round(performance.now()),
    }))
    expect(scripts.filter((name) => /DraftTask|StepForm|DiagramView|NavigatedViewer/.test(name))).toEqual([])
    // Told, not asserted: it depends on the machine.
    console.warn(`The workbench could be used after ${usableMs} ms`)
    await page.close()
  })
})
