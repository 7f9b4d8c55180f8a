import type { InstanceDetail, TaskDetail } from '@canmou/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department } from './src/department.ts'
import { Desk } from './src/desk.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

describe('steps with fields of their own', () => {
  it('a call for a discussion is filled in, survives a reload, and puts the question to each department', async () => {
    const desk = new Desk(await department.colleague('productMarketingManager'))
    const { page } = desk
    const { id } = await desk.start('市场推广策划流程')
    await desk.heading('牵头召集商讨').waitFor()

    await desk.verbButton('提交').click()
    await page
      .getByRole('alert')
      .getByText(/处需要修改/)
      .waitFor()
    await choose(desk, '新产品', 'DEMO-TM100')
    await choose(desk, '参与商讨部门', '项目部')
    await page.getByRole('textbox', { name: '商讨内容' }).fill('新产品的推广目标与进度。')
    await page.reload()
    expect(await page.getByRole('textbox', { name: '商讨内容' }).inputValue()).toBe(
      '新产品的推广目标与进度。',
    )
    await desk.verbButton('提交').click()
    await desk.heading('已提交').waitFor()

    const { tasks } = await desk.colleague.ask<InstanceDetail>('GET', `/api/instances/${id}`)
    const asked = tasks.filter(
      ({ state, elementId }) => state === 'open' && elementId === 'SC003_deptDiscussion',
    )
    expect(asked.map(({ holders }) => holders.map(({ username }) => username))).toEqual([
      ['projectDeptManager'],
    ])
    // What was typed is gone from the browser with the step that it was typed at.
    expect(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('step'))),
    ).toEqual([])
  })

  it('a process that needs to know something first asks for it, and is started with it', async () => {
    const desk = new Desk(await department.colleague('keyAccountDeptManager'))
    const { page } = desk
    await page.goto('/start')
    await page.getByRole('button', { name: '发起销售计划制定、审批流程' }).click()
    await page.waitForURL(/\/start\/SC-004/)
    await page.getByRole('button', { name: '发起', exact: true }).click()
    await page.getByRole('link', { name: /^计划月份：/ }).waitFor()
    await page.getByLabel('计划月份').fill('2027-03')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: '发起', exact: true }).click()
    await page.waitForURL(/\/instances\//)

    const { tasks } = await desk.shownInstance()
    const mine = tasks.find(({ holders }) =>
      holders.some(({ username }) => username === 'keyAccountManager1'),
    )
    const manager = await department.colleague('keyAccountManager1')
    const task = await manager.ask<TaskDetail>('GET', `/api/tasks/${mine?.id}`)
    expect(task.record?.data).toMatchObject({ planMonth: '2027-03' })
  })
})

async function choose({ page }: Desk, label: string, words: string): Promise<void> {
  await page.getByLabel(label).fill(words)
  await page.locator('.ant-select-item-option-active').filter({ hasText: words }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}
