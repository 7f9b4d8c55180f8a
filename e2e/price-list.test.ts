import type { InstanceDetail } from '@canmou/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone, sidewaysScroll } from './src/department.ts'
import { quickPlay } from './src/quick-play.ts'
import { scenarioNamed } from './src/scenarios.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

/** A price list with ¥85,000.00 for the first demo product, in effect today. */
async function approvedPriceList(): Promise<void> {
  const { ask } = await department.colleague('marketManager')
  const { id } = await ask<InstanceDetail>('POST', '/api/instances', { process: 'SC-005' })
  const steps = scenarioNamed('SC-005', 'new-product').steps.map((step) =>
    step.task === 'SC005_publishPrice'
      ? {
          ...step,
          data: JSON.parse(JSON.stringify(step.data).replace('"2027-01-01"', '"2026-01-01"')) as Record<
            string,
            unknown
          >,
        }
      : step,
  )
  await quickPlay(department, id, steps)
}

/** The sales plan of a month, open at the key account manager who writes it. */
async function openPlan(planMonth: string): Promise<{ page: Page; instanceId: string }> {
  const manager = await department.colleague('keyAccountDeptManager')
  const { id, tasks } = await manager.ask<InstanceDetail>('POST', '/api/instances', {
    process: 'SC-004',
    data: { planMonth },
  })
  const mine = tasks.find(({ holders }) => holders.some(({ username }) => username === 'keyAccountManager1'))
  const author = await department.colleague('keyAccountManager1')
  await author.page.goto(`/tasks/${mine?.id}`)
  await author.page.getByRole('button', { name: '添加一行' }).waitFor()
  return { page: author.page, instanceId: id }
}

const cell = (page: Page, column: string, row: number) =>
  page.getByRole('group', { name: '明细' }).getByLabel(`${column}，第 ${row} 行`)

const block = [
  [
    '甲地铁运营公司（演示）',
    '站台门控制器（演示）',
    '１２',
    '85,000.00',
    '',
    '2027-03-31',
    '60',
    '"首批\n含备件"',
  ],
  [
    '乙铁路局（演示）',
    '道岔转换监测装置（演示）',
    '2',
    '6.5万元',
    '',
    '2027/4/15',
    '',
    '第二批',
    '多出的一格',
  ],
  ['没有这家单位', '车载无线通信单元（演示）', '三台', '1，200', '', '2027年5月1日', '50%', ''],
]

describe('the lines of a sales plan', () => {
  it('come from Excel or WPS by one paste, and what could not be read is named', async () => {
    const { page } = await openPlan('2028-03')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const text = block.map((row) => row.join('\t')).join('\r\n')
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await cell(page, '客户', 1).focus()
    await page.keyboard.press('ControlOrMeta+v')

    const said = page.getByRole('status').filter({ hasText: '已粘贴' })
    await said.waitFor()
    expect(await said.innerText()).toBe(
      '已粘贴 3 行。 有 2 格没能识别：第 3 行“客户”的“没有这家单位”、第 3 行“数量”的“三台”。 有 1 格超出表格的列，没有粘贴。',
    )
    const values = (column: string) =>
      Promise.all([1, 2, 3].map((row) => cell(page, column, row).inputValue()))
    expect(await values('数量')).toEqual(['12', '2', ''])
    expect(await values('单价')).toEqual(['85,000.00', '65,000.00', '1,200.00'])
    expect(await values('预计签约/交货日期')).toEqual(['2027-03-31', '2027-04-15', '2027-05-01'])
    expect(await values('概率')).toEqual(['60', '', '50'])
    expect(await values('说明')).toEqual(['首批 含备件', '第二批', ''])
    const table = page.getByRole('table', { name: '明细' })
    await table.locator('tbody tr').nth(0).getByTitle('甲地铁运营公司（演示）').waitFor()
    await table.locator('tfoot').getByText('1,150,000.00').waitFor()
    expect(await sidewaysScroll(page)).toBe(0)
  })

  it('take the price of the list, and one that differs is marked for author and reviewers', async () => {
    await approvedPriceList()
    const { page, instanceId } = await openPlan('2028-04')
    const mark = page.getByText('与价目表不同：价目表 ¥85,000.00')
    await choose(page, '客户', '甲地铁运营公司（演示）')
    await choose(page, '产品', '轨道状态监测终端（演示）')
    await expect.poll(() => cell(page, '单价', 1).inputValue()).toBe('85,000.00')
    expect(await mark.count()).toBe(0)
    await cell(page, '单价', 1).fill('80000')
    await mark.waitFor()
    await cell(page, '数量', 1).fill('3')
    await cell(page, '预计签约/交货日期', 1).fill('2028-04-30')
    await page.keyboard.press('Tab')
    await cell(page, '概率', 1).fill('70')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await page.getByRole('heading', { level: 1, name: '已提交' }).waitFor()

    const reviewer = await department.colleague('keyAccountDeptManager')
    const { records } = await reviewer.ask<InstanceDetail>('GET', `/api/instances/${instanceId}`)
    const record = records.find(({ kind, version }) => kind === 'SPS' && version > 0)
    await reviewer.page.goto(`/records/${record?.id}`)
    await reviewer.page.getByText('与价目表不同：价目表 ¥85,000.00').waitFor()
    await reviewer.page.setViewportSize(phone)
    await reviewer.page.getByText('与价目表不同：价目表 ¥85,000.00').waitFor()
    expect(await sidewaysScroll(reviewer.page)).toBe(0)
  })
})

async function choose(page: Page, column: string, words: string): Promise<void> {
  await cell(page, column, 1).fill(words)
  await page.locator('.ant-select-item-option-active').filter({ hasText: words }).waitFor()
  await page.keyboard.press('Enter')
}
