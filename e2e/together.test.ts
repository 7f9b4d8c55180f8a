import type { InstanceDetail } from '@canmou/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { quickPlay } from './src/quick-play.ts'
import { scenarioNamed } from './src/scenarios.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const reader = 'productMarketingManager'

/** A training whose summary waits to be read. */
async function summarized(department: Department): Promise<InstanceDetail> {
  const { start, steps } = scenarioNamed('SC-008', 'straight')
  const { ask } = await department.colleague(start.by)
  const { id } = await ask<InstanceDetail>('POST', '/api/instances', { process: 'SC-008' })
  await quickPlay(department, id, steps.slice(0, -1))
  return ask('GET', `/api/instances/${id}`)
}

describe.each([
  { at: 'a desk', viewport: desk },
  { at: 'a phone', viewport: phone },
])('批量办理 at $at', ({ viewport }) => {
  it('decides what was chosen, tells of one that a colleague was faster with, and says so in the history', async () => {
    const department = new Department(browser, baseUrl(), viewport)
    const trainings = [await summarized(department), await summarized(department)]
    const [first, second] = trainings
    const { page, ask } = await department.colleague(reader)
    // Other journeys leave more tasks than one list holds.
    await page.goto('/inbox/todo?q=SC008-')
    for (const { number } of trainings) {
      const row = page.locator('main tr, main li').filter({ hasText: number })
      await row.getByRole('checkbox', { name: /^选择：/ }).check()
    }
    await page.getByText('已选 2 项').waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)

    await page.getByRole('button', { name: '批量办理' }).click()
    const dialog = page.getByRole('dialog', { name: '批量办理' })
    await dialog.getByText('已阅', { exact: true }).first().waitFor()
    await dialog.getByRole('textbox', { name: /^意见/ }).fill('改善措施请按期落实')
    expect(await violationsOf(page)).toEqual([])
    // Done in another window, while the dialog stands.
    const task = second?.tasks.find(({ state }) => state === 'open')
    await ask('POST', `/api/tasks/${task?.id}/approve`, {})
    await dialog.getByRole('button', { name: '办理 2 项' }).click()
    await dialog.getByText('已办理 1 项，1 项没有办成').waitFor()
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '知道了' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page
      .locator('main')
      .getByText(first?.number ?? '')
      .waitFor({ state: 'detached' })

    await page.goto(`/instances/${first?.id}`)
    await page.getByText(/已阅（批量办理）/).waitFor()
    await page.getByText('改善措施请按期落实').first().waitFor()
    await department.goHome()
  })
})
