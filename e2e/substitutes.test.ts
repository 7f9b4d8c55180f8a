import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Plan } from './src/plan.ts'
import { selectOption } from './src/select-option.ts'

const manager = '事业部经理（演示）'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now())

describe.each([
  { width: 'desk', viewport: desk, substitute: { username: 'technology', name: '技术负责人（演示）' } },
  { width: 'phone', viewport: phone, substitute: { username: 'production', name: '生产负责人（演示）' } },
])('代理 at a $width', ({ viewport, substitute }) => {
  it('is named by whoever goes away, does the task in his place, and is named in the history', async () => {
    const department = new Department(browser, baseUrl(), viewport)
    const plan = await Plan.inReview(department)
    await plan.act('productMarketingManager', 'SC001_reviewPlan', 'approve')

    const { page } = await department.colleague('businessUnitManager')
    await page.goto('/substitutions')
    await page.getByRole('button', { name: '设置代理人' }).click()
    const dialog = page.getByRole('dialog', { name: '设置代理人' })
    await dialog.getByRole('button', { name: /^设\s*置$/ }).click()
    await dialog.getByText('请填写').first().waitFor()
    await dialog.getByLabel('代理人').fill(substitute.name.slice(0, 2))
    await selectOption(page, substitute.name).click()
    await dialog.getByLabel('最后一天').fill(today)
    await dialog.getByLabel('适用流程').fill('SC-001')
    await selectOption(page, 'SC-001').click()
    // The list stays open after a choice, over what stands below it.
    await dialog.locator('.ant-modal-title').click()
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').waitFor({ state: 'detached' })
    await dialog.getByLabel('原因').fill('出差')
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: /^设\s*置$/ }).click()
    await dialog.waitFor({ state: 'detached' })
    const row = page.getByRole('listitem').filter({ hasText: `${substitute.name} 代 ${manager}` })
    await row.filter({ hasText: '代理中' }).filter({ hasText: '出差' }).first().waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)

    const other = await department.colleague(substitute.username)
    await other.page.goto(`/inbox/todo?q=${plan.number}`)
    await other.page.getByText(`代 ${manager}`).first().waitFor()
    expect(await sidewaysScroll(other.page)).toBe(0)
    await other.page
      .getByRole('link', { name: /市场调研/ })
      .first()
      .click()
    await other.page.getByText(`代 ${manager}`).first().waitFor()
    await other.page.getByRole('button', { name: '同意', exact: true }).first().waitFor()
    expect(await violationsOf(other.page)).toEqual([])
    await other.page.getByRole('button', { name: '同意', exact: true }).first().click()
    await other.page.getByRole('heading', { level: 1, name: /同意/ }).waitFor()

    await page.goto(`/instances/${plan.id}`)
    await page.getByText(`${substitute.name}（代 ${manager}）`).first().waitFor()

    await page.goto('/substitutions')
    await page
      .getByRole('button', { name: `提前结束 ${substitute.name} 代 ${manager} 的代理` })
      .first()
      .click()
    const ending = page.getByRole('dialog')
    await ending.getByRole('button', { name: '提前结束' }).click()
    await ending.waitFor({ state: 'detached' })
    await row.filter({ hasText: '已结束' }).first().waitFor()
    await department.goHome()
  })
})
