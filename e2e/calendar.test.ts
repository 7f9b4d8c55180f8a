import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department } from './src/department.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

describe('the working calendar', () => {
  it('has a day changed by the administrator, with a note that everybody reads, and changed back', async () => {
    const { page } = await department.colleague('processAdmin')
    await page.goto('/calendar?year=2026')
    const march = page.getByRole('table', { name: '2026年3月' })
    await march.getByRole('button', { name: /^16 星期一，上班/ }).click()
    const dialog = page.getByRole('dialog', { name: '修改 2026-03-16' })
    // A working day is most likely to become a free one.
    expect(await dialog.getByRole('radio', { name: '休息' }).isChecked()).toBe(true)
    await dialog.getByRole('textbox', { name: '说明' }).fill('公司成立日')
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.waitFor({ state: 'detached' })
    await march.getByRole('button', { name: '16 星期一，休息（公司成立日）' }).waitFor()

    const reader = await department.colleague('marketManager')
    await reader.page.goto('/')
    await reader.page.getByRole('link', { name: '工作日历' }).click()
    await reader.page.goto('/calendar?year=2026')
    await reader.page.getByText('公司成立日', { exact: true }).waitFor()
    expect(await reader.page.getByRole('table').getByRole('button').count()).toBe(0)

    await page.getByRole('button', { name: '修改 2026-03-16' }).click()
    await dialog.getByRole('radio', { name: /^恢复/ }).check()
    await dialog.getByRole('button', { name: '保存' }).click()
    await march.getByRole('button', { name: /^16 星期一，上班/ }).waitFor()
  })

  it('goes from day to day with the arrow keys, one stop for each month', async () => {
    const { page } = await department.colleague('processAdmin')
    await page.goto('/calendar?year=2026')
    const january = page.getByRole('table', { name: '2026年1月' })
    await january.getByRole('button', { name: /^1 / }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await january.getByRole('button', { name: /^9 / }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Tab')
    await page
      .getByRole('table', { name: '2026年2月' })
      .getByRole('button', { name: /^1 / })
      .and(page.locator(':focus'))
      .waitFor()
  })

  it('warns of a year whose public holidays are not known', async () => {
    const { page } = await department.colleague('marketManager')
    await page.goto('/calendar?year=2099')
    await page.getByText('2099 年的法定节假日安排还不知道').waitFor()
    await page.getByRole('link', { name: '2100 年' }).click()
    await page.getByText('2100 年的法定节假日安排还不知道').waitFor()
    expect(await page.getByRole('link', { name: '2101 年' }).count()).toBe(0)
  })
})
