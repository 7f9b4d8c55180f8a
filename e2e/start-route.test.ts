import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Desk } from './src/desk.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl(), phone)
})
afterAll(() => browser.close())

describe('技术服务申请', () => {
  it('is offered once, and 售后服务 leads to SC-010 with the choice on the form', async () => {
    const requester = new Desk(await department.colleague('keyAccountDeptManager'))
    const { page } = requester
    await page.goto('/start')
    const start = page.getByRole('button', { name: '发起技术服务申请' })
    await start.waitFor()
    for (const name of ['发起培训管理流程', '发起售后服务管理流程'])
      expect(await page.getByRole('button', { name }).count()).toBe(0)
    await start.click()
    await page.getByRole('heading', { level: 1, name: '发起技术服务申请' }).waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)

    await page.getByRole('button', { name: '发起', exact: true }).click()
    await page.getByText('请选择服务类型').waitFor()
    await page.getByRole('radio', { name: /售后服务/ }).check()
    await page.getByRole('button', { name: '发起', exact: true }).click()
    await page.waitForURL(/\/tasks\//)
    const instance = await requester.shownInstance()
    expect(instance.number).toMatch(/^SC010-/)
    const { record } = await requester.shownTask()
    expect(record?.data).toMatchObject({ serviceType: 'afterSales' })
  })
})
