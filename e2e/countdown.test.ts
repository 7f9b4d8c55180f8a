import type { InstanceDetail } from '@canmou/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone, sidewaysScroll, violationsOf } from './src/department.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The plan of March 2031 is due on Wednesday, 26 February. */
const due = '2031-02-26 17:30'

it('a time limit counts down by itself, in the list and at the task, until it says 已逾期', async () => {
  const department = new Department(browser, baseUrl(), phone)
  const { ask } = await department.colleague('keyAccountDeptManager')
  const { number, tasks } = await ask<InstanceDetail>('POST', '/api/instances', {
    process: 'SC-004',
    data: { planMonth: '2031-03' },
  })
  const mine = tasks.find(({ holders }) => holders.some(({ username }) => username === 'keyAccountManager1'))
  const { page } = await department.colleague('keyAccountManager1')
  await page.clock.install({ time: new Date('2031-02-26T14:09:30+08:00') })
  for (const address of [`/inbox/todo?q=${number}`, `/tasks/${mine?.id}`]) {
    await page.clock.setSystemTime(new Date('2031-02-26T14:09:30+08:00'))
    await page.goto(address)
    await page.getByText('剩余 3 小时 20 分钟').first().waitFor()
    await page.getByText(`期限 ${due}`).first().waitFor()
    await page.clock.fastForward('03:20:00')
    await page.getByText('剩余 不到 1 分钟').first().waitFor()
    await page.clock.fastForward('02:01:00')
    await page.getByText('已逾期 2 小时').first().waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
  }
  expect(await violationsOf(page)).toEqual([])
  await department.goHome()
})
