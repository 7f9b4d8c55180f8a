import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, sidewaysScroll } from './src/department.ts'
import { Plan } from './src/plan.ts'

let browser: Browser
let department: Department
let plan: Plan

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
  plan = await Plan.beforeSignature(department)
})
afterAll(async () => {
  // The language belongs to the person, and other journeys read Chinese.
  for (const username of ['businessUnitManager', 'generalManager', 'technicalDirector']) {
    const { ask } = await department.colleague(username)
    await ask('PATCH', '/api/me', { locale: 'zh-CN' })
  }
  await browser.close()
})

/** Chosen in the menu, as a person does; the page is drawn again without a reload. */
async function choose(page: Page, language: string, locale: string): Promise<void> {
  await page.locator('header button[popovertarget]').click()
  // A page that is left at once would take the wish with it.
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.getByText(language, { exact: true }).click()
  await kept
  await page.waitForFunction((lang) => document.documentElement.lang === lang, locale)
}

/** What is written on the page and what is said of it, without what people or the drawing wrote. */
const chromeText = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [...document.body.innerText.split('\n'), ...said]
      .map((line) => line.trim())
      .filter((line) => line !== '')
  })

/** Texts whose box is smaller than what it holds, so that letters are cut off. */
const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, th, td, h1, h2, label, legend, dt, dd, p, span')]
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element)
        const isCut = element.scrollWidth > element.clientWidth + 1 && overflowX === 'hidden'
        return isCut && textOverflow !== 'ellipsis' && !element.closest('.visually-hidden')
      })
      .map((element) => element.textContent ?? ''),
  )

/** Titles of documents and of what runs, wherever they lead to it: people wrote them, in whatever language. */
const writtenTitles = async (page: Page): Promise<string[]> => {
  const titles = page.locator(
    'main a[href^="/records/"], main a[href^="/instances/"], main a[href^="/tasks/"]',
  )
  return (await titles.allInnerTexts()).map((text) => text.trim()).filter((text) => text !== '')
}

const han = /\p{Script=Han}/u
/** Names of people (and their avatars), titles and opinions are data and stay as they were written. */
const data = /（演示）|市场调研策划书 \d|第\d+版审核单|预算合理|简体中文|繁體中文|^经理$/

describe('in another language', () => {
  it('no Chinese is left around what people wrote, and nothing is cut (English)', async () => {
    const { page } = await department.colleague('businessUnitManager')
    await page.goto('/')
    await choose(page, 'English', 'en')
    const addresses = [
      '/',
      '/inbox/done',
      '/start',
      '/processes',
      '/processes/SC-001',
      '/processes/SC-001/versions/1',
      '/functions',
      '/calendar?year=2026',
      '/records',
    ]
    for (const address of addresses) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForFunction(() => !document.querySelector('[role=status] .ant-skeleton'))
      const left = (await chromeText(page)).filter((line) => han.test(line) && !data.test(line))
      const drawn = await page.locator('.djs-container').allInnerTexts()
      const written = await writtenTitles(page)
      expect(
        left.filter(
          (line) =>
            !drawn.some((text) => text.includes(line)) && !written.some((text) => line.includes(text)),
        ),
        address,
      ).toEqual([])
      expect(await cutTexts(page), address).toEqual([])
      expect(await sidewaysScroll(page), address).toBe(0)
    }
  })

  it('the server speaks it too: steps, decisions, refusals (English)', async () => {
    const { page } = await department.colleague('generalManager')
    await page.goto('/')
    await choose(page, 'English', 'en')
    await page.goto(`/tasks/${await plan.task('generalManager', 'SC001_jointSign')}`)
    await page.getByRole('heading', { level: 1, name: 'Sign jointly' }).waitFor()
    await page.getByRole('button', { name: 'Decline to sign' }).click()
    await page.getByText('“Decline to sign” needs an opinion that says why.').waitFor()
    await choose(page, '简体中文', 'zh-CN')
    await page.getByRole('heading', { level: 1, name: '共同签准' }).waitFor()
  })

  it('traditional characters everywhere, in the words of a Taiwan office', async () => {
    const { page } = await department.colleague('technicalDirector')
    await page.goto('/')
    await choose(page, '繁體中文', 'zh-TW')
    // Characters that are written otherwise in traditional Chinese; 后, 里 and the like mean something else there.
    const simplified = /[务发动东个门应开关这还进过办处级编签审团岗书单号录]/
    for (const address of [
      '/',
      '/inbox/todo',
      '/start',
      '/processes',
      '/functions',
      '/calendar?year=2026',
      '/records',
    ]) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForFunction(() => !document.querySelector('[role=status] .ant-skeleton'))
      const written = await writtenTitles(page)
      const left = (await chromeText(page)).filter((line) => simplified.test(line) && !data.test(line))
      expect(
        left.filter((line) => !written.some((text) => line.includes(text))),
        address,
      ).toEqual([])
      expect(await cutTexts(page), address).toEqual([])
    }
  })
})
