import type { RecordSummary } from '@canmou/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone } from './src/department.ts'

let browser: Browser
let atDesk: Department
let onPhone: Department

beforeAll(async () => {
  browser = await launchBrowser()
  atDesk = new Department(browser, baseUrl())
  onPhone = new Department(browser, baseUrl(), phone)
})
afterAll(() => browser.close())

describe('the functions of the department', () => {
  it('lead from a duty to its register, where an entry is made, on a phone', async () => {
    const { page } = await onPhone.colleague('marketManager')
    await page.goto('/')
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('link', { name: '职能总览' }).click()
    const duty = page.getByRole('listitem').filter({ hasText: '完善并规范公司对外发布' }).first()
    await duty.getByRole('button', { name: '新建对外发布登记' }).click()
    await page.waitForURL(/\/records\/.+\/edit$/)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  it('start a process from its duty', async () => {
    const { page } = await atDesk.colleague('marketManager')
    await page.goto('/functions')
    const duty = page.getByRole('listitem').filter({ hasText: '进行市场调研，掌握消费者' }).first()
    await duty.getByRole('button', { name: '发起市场调研策划流程' }).click()
    await page.waitForURL(/\/tasks\//)
    await page.goto('/functions')
    await duty
      .getByRole('listitem')
      .filter({ hasText: '市场调研策划流程' })
      .getByRole('link', { name: /^待我办 \d/ })
      .waitFor()
  })
})

describe('the page of a product', () => {
  it('shows the work focus of its stage, and what was ticked off in the entry', async () => {
    const { page, ask } = await atDesk.colleague('productMarketingManager')
    const { items } = await ask<{ items: RecordSummary[] }>('GET', '/api/records?kind=PRD&q=RU310')
    await page.goto(`/records/${items[0]?.id ?? ''}`)
    const focus = page.getByRole('region', { name: '本阶段工作重点' })
    await focus.getByText('产品成熟期 · 已完成 0 / 3').waitFor()
    expect(await focus.getByText('竞争对手分析').count()).toBe(1)

    await page.getByRole('button', { name: '编辑' }).click()
    const table = page.getByRole('table', { name: '工作重点完成情况' })
    await table.getByRole('combobox').first().selectOption({ label: '产品成熟期：竞争对手分析' })
    await table.getByRole('textbox', { name: /^完成日期/ }).fill('2026-11-20')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '保存生效' }).click()
    await page
      .getByRole('region', { name: '本阶段工作重点' })
      .getByText('产品成熟期 · 已完成 1 / 3')
      .waitFor()
  })
})
