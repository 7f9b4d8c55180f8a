import { readFile } from 'node:fs/promises'
import type { RecordDetail } from '@canmou/contract'
import type { Browser, Page } from 'playwright-core'
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

const budget = [
  ['差旅', '走访三个路局', '12,000.00'],
  ['礼品与印刷', '问卷印刷', '3500'],
  ['外协', '', '¥4,500.5'],
]

describe('a research plan, written in the browser', () => {
  it('is typed, added up, saved by itself, given a file, and frozen as it was written', async () => {
    const desk = new Desk(await department.colleague('marketManager'))
    const { page } = desk
    const { number } = await desk.start('市场调研策划流程')

    // Too early: each mistake is named and leads to its place.
    await desk.verbButton('提交').click()
    await page.getByRole('alert').getByText('处需要修改').waitFor()
    await page.getByRole('link', { name: /^调研背景与目的：/ }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: 5000 })
      .toBe('TEXTAREA')

    await page.getByRole('radiogroup', { name: '调研类型' }).getByText('年度').click()
    await page.getByLabel('调研期间：开始').fill('2026-12-01')
    await page.keyboard.press('Tab')
    await page.getByLabel('调研期间：结束').fill('2026-12-31')
    await page.keyboard.press('Tab')
    await page.getByRole('textbox', { name: '调研区域', exact: true }).fill('华东')
    await page
      .getByRole('textbox', { name: '调研背景与目的', exact: true })
      .fill('了解华东区域轨道监测产品的需求变化。')
    await page
      .getByRole('textbox', { name: '调研计划', exact: true })
      .fill('十二月上旬准备，中旬走访，下旬汇总。')
    await page.getByRole('checkbox', { name: '竞争对手信息' }).check()
    await page.getByRole('checkbox', { name: '客户需求信息' }).check()
    await page
      .getByRole('textbox', { name: '内容说明', exact: true })
      .fill('竞争对手报价与性能；重点客户的采购计划。')
    await page.getByRole('textbox', { name: '调研方案', exact: true }).fill('问卷与走访相结合。')
    await choosePerson(page, '参与大客户经理', '大客户经理1')

    await pasteInto(page, '费用项目，第 1 行', budget.map((row) => row.join('\t')).join('\n'))
    await page.getByText('已粘贴 3 行。').waitFor()
    // 12,000.00 + 3,500.00 + 4,500.50, worked out as it is typed.
    await page
      .locator('output')
      .filter({ hasText: /^20,000\.50/ })
      .waitFor()
    // The Tab key comes to an amount with all of it selected: what is typed replaces it.
    await page.getByLabel('说明，第 2 行').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.type('3,400')
    await page
      .locator('output')
      .filter({ hasText: /^19,900\.50/ })
      .waitFor()

    await page.locator('input[type=file]').setInputFiles({
      name: '走访提纲.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('先问现状，再问计划。'),
    })
    await page.getByRole('button', { name: '移除附件 走访提纲.txt' }).waitFor()
    await page.getByRole('textbox', { name: '预期成果', exact: true }).fill('市场调研报告一份。')
    await page.getByText(/^已保存 /).waitFor()

    // What was typed is on the server: a reload shows it.
    await page.reload()
    expect(await page.getByRole('textbox', { name: '调研背景与目的', exact: true }).inputValue()).toBe(
      '了解华东区域轨道监测产品的需求变化。',
    )
    expect(await page.getByRole('textbox', { name: '标题', exact: true }).inputValue()).toBe(
      '年度市场调研策划书 2026-12-01',
    )

    await desk.verbButton('提交').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('提交后形成 V1').waitFor()
    await dialog.getByText('审核策划书').waitFor()
    await dialog.getByText('产品市场部经理：产品市场部经理（演示）').waitFor()
    await desk.page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await desk.heading('已提交').waitFor()

    const record = await submitted(desk, number)
    expect(record).toMatchObject({ version: 1, status: 'inApproval', title: '年度市场调研策划书 2026-12-01' })
    expect(record.data).toMatchObject({
      researchType: 'annual',
      period: { start: '2026-12-01', end: '2026-12-31' },
      researchContent: ['competitor', 'customerNeed'],
      keyAccountManagers: ['keyAccountManager1'],
      budgetItems: [
        { item: '差旅', note: '走访三个路局', amount: 1_200_000 },
        { item: '礼品与印刷', note: '问卷印刷', amount: 340_000 },
        { item: '外协', amount: 450_050 },
      ],
      budgetTotal: 1_990_050,
    })

    // Whoever reviews gets the file as it was sent.
    const reviewer = new Desk(await department.colleague('productMarketingManager'))
    await reviewer.openTask(number, '审核策划书')
    const download = reviewer.page.waitForEvent('download')
    await reviewer.page.getByRole('link', { name: /走访提纲\.txt/ }).click()
    expect(await readFile(await (await download).path(), 'utf8')).toBe('先问现状，再问计划。')
  })
})

async function submitted(desk: Desk, number: string): Promise<RecordDetail> {
  const { ask } = desk.colleague
  const { items } = await ask<{ items: { instance: { id: string } }[] }>(
    'GET',
    `/api/tasks?box=started&q=${number}`,
  )
  const { records } = await ask<{ records: { id: string }[] }>(
    'GET',
    `/api/instances/${items[0]?.instance.id}`,
  )
  return desk.record(records[0]?.id ?? '')
}

async function choosePerson(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).fill(name)
  await page.locator('.ant-select-item-option-active').filter({ hasText: name }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
}

/** What a spreadsheet puts on the clipboard, put into a cell as the browser would. */
async function pasteInto(page: Page, label: string, text: string): Promise<void> {
  const cell = page.getByLabel(label)
  await cell.focus()
  await cell.evaluate((element, block) => {
    const data = new DataTransfer()
    data.setData('text/plain', block)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, text)
}
