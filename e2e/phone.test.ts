import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Desk } from './src/desk.ts'
import { Plan } from './src/plan.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl(), phone)
})
afterAll(() => browser.close())

describe('on a phone', () => {
  it('a plan is sent back with a phrase of the house, and its author answers it', async () => {
    const plan = await Plan.inReview(department)
    const reviewer = new Desk(await department.colleague('productMarketingManager'))
    await reviewer.openTask(plan.number, '审核策划书')
    const { page } = reviewer
    await page.getByRole('heading', { level: 2, name: '市场调研策划书' }).waitFor()
    expect(await sidewaysScroll(page)).toBe(0)

    // A refusal without a reason is not sent.
    await reviewer.verbButton('退回修改').click()
    await page.getByText('退回修改需要填写意见，说明理由。').waitFor()
    const phrases = page.getByRole('group', { name: '退回修改' }).getByRole('button')
    const phrase = await phrases.first().innerText()
    await phrases.first().click()
    const opinion = page.getByRole('textbox', { name: /^意见/ })
    expect(await opinion.inputValue()).toBe(phrase)
    await opinion.press('End')
    await opinion.pressSequentially('另附名单。')

    await reviewer.verbButton('退回修改').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(`${phrase}另附名单。`).waitFor()
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '退回修改' }).click()
    await reviewer.heading('已退回修改').waitFor()

    const author = new Desk(await department.colleague('marketManager'))
    await author.openTask(plan.number, '编制市场调研策划书')
    await author.page.getByRole('heading', { name: '上一版被退回' }).waitFor()
    await author.page.getByText(`${phrase}另附名单。`).first().waitFor()
    expect(await sidewaysScroll(author.page)).toBe(0)
    expect(await violationsOf(author.page)).toEqual([])
    // Rows are cards here; one more line for the budget.
    const budget = author.page.getByRole('group', { name: '预算明细' })
    await budget.getByRole('button', { name: '添加一行' }).click()
    const card = budget.getByRole('group', { name: '第 3 行' })
    await card.getByLabel('费用项目').fill('外协')
    await card.getByLabel('金额').fill('100')
    await author.submit()
    const instance = await plan.instance()
    expect(instance.records).toMatchObject([{ version: 2, status: 'inApproval' }])
  })
})
