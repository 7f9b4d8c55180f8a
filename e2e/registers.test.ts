import type { RecordDetail } from '@canmou/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { selectOption } from './src/select-option.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

async function narrow(page: Page, label: string, words: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes('where='))
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await selectOption(page, words).click()
  await answered
}

/** On a phone with its own wheels, at a desk with the calendar, typed as well as clicked. */
async function narrowToRange(page: Page, label: string, from: string, to: string): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes(to))
  const isNarrow = page.viewportSize()?.width === phone.width
  if (!isNarrow) await page.getByRole('textbox', { name: label, exact: true }).click()
  await page.getByText('范围', { exact: true }).filter({ visible: true }).click()
  await page.getByLabel(`${label}从`, { exact: true }).fill(from)
  if (!isNarrow) await page.keyboard.press('Enter')
  await page.getByLabel(`${label}到`, { exact: true }).fill(to)
  if (!isNarrow) await page.keyboard.press('Enter')
  await answered
}

describe('the list of a register', () => {
  it.for([desk, phone])(
    'is narrowed by role, stage and a range of days at $width px, in the address',
    async (viewport) => {
      const { page } = await department.arrive('marketManager')
      await page.setViewportSize(viewport)
      const entry = (title: string) => page.locator('main').getByRole('link', { name: title })

      await page.goto('/records?kind=ORG')
      await entry('甲地铁运营公司（演示）').waitFor()
      await narrow(page, '角色', '供应商')
      await entry('元器件供应商一（演示）').waitFor()
      await entry('甲地铁运营公司（演示）').waitFor({ state: 'detached' })
      expect(new URL(page.url()).searchParams.get('where')).toBe('{"roles":"supplier"}')
      await page.reload()
      await entry('元器件供应商一（演示）').waitFor()
      expect(await entry('甲地铁运营公司（演示）').count()).toBe(0)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page)).toEqual([])

      await page.goto('/records?kind=PRD')
      await entry('信号电源屏（演示）').waitFor()
      await narrow(page, '生命周期阶段', '产品成长期')
      await entry('道岔转换监测装置（演示）').waitFor()
      await entry('信号电源屏（演示）').waitFor({ state: 'detached' })

      await page.goto('/records?kind=INT')
      await entry('城轨智能运维投资上升（演示）').waitFor()
      await narrowToRange(page, '日期', '2026-10-01', '2026-11-30')
      await entry('信号设备检修规则修订（演示）').waitFor()
      await entry('城轨智能运维投资上升（演示）').waitFor({ state: 'detached' })
      const range = '{"date":{"from":"2026-10-01","to":"2026-11-30"}}'
      expect(new URL(page.url()).searchParams.get('where')).toBe(range)
      await page.reload()
      await entry('信号设备检修规则修订（演示）').waitFor()
      expect(await entry('城轨智能运维投资上升（演示）').count()).toBe(0)
      expect(await sidewaysScroll(page)).toBe(0)
      expect(await violationsOf(page)).toEqual([])
      await page.close()
    },
  )

  it('shows what a colleague has written in it without a reload', async () => {
    const { page } = await department.arrive('marketManager')
    const isListening = page.waitForResponse((response) => response.url().endsWith('/api/events'))
    await page.goto('/records?kind=ORG')
    await isListening
    await page.getByRole('link', { name: '甲地铁运营公司（演示）' }).waitFor()
    const colleague = await department.colleague('keyAccountManager1')
    const data = { name: '新客户一（演示）', roles: ['customer'], state: 'active' }
    const made = await colleague.ask<RecordDetail>('POST', '/api/records', { kind: 'ORG', data })
    await colleague.ask('POST', `/api/records/${made.id}/submit`, { data })
    await page.getByRole('link', { name: '新客户一（演示）' }).waitFor()
    await page.close()
  })
})
