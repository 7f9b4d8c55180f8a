import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Plan } from './src/plan.ts'
import { redraw } from './src/redraw-process.ts'

let browser: Browser
let department: Department
beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

/** Draws two strokes across the paper. */
async function sign(page: Page): Promise<void> {
  const paper = page.getByRole('dialog').getByRole('img', { name: '手写签名' })
  // Its dialog comes with a movement.
  await paper.hover()
  const { x, y, width, height } = (await paper.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  for (const [from, to] of [
    [0.2, 0.5],
    [0.4, 0.8],
  ] as const) {
    await page.mouse.move(x + width * from, y + height * 0.3)
    await page.mouse.down()
    await page.mouse.move(x + width * to, y + height * 0.7, { steps: 8 })
    await page.mouse.up()
  }
  await page.getByRole('dialog').getByRole('img', { description: '已签 2 笔' }).waitFor()
}

/** Presses a button of a task and gives its dialog. */
async function open(page: Page, verb: string): Promise<Locator> {
  await page.getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('请在此处签名').waitFor()
  return dialog
}

async function confirm(page: Page, verb: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(`已${verb}`) }).waitFor()
}

it('手写签名 is drawn at a desk and on a phone, and stands on the document that was signed; a time limit says what comes after it', async () => {
  const policies = {
    SC001_reviewPlan: 'signature="required" limit="P2D" onLimit="escalate"',
    SC001_approveBudget: 'signature="required" limit="P1D" onLimit="pass"',
  }
  const restore = await redraw(department, 'SC-001', policies)
  const plan = await Plan.inReview(department)
  // It goes on as it was begun.
  const restored = restore()
  try {
    const { page } = await department.colleague('productMarketingManager')
    await page.goto(`/tasks/${await plan.task('productMarketingManager', 'SC001_reviewPlan')}`)
    await page.getByText('“通过、退回修改”需要手写签名').waitFor()
    await page.getByText('逾期后：升级给上级').waitFor()
    const next = page.getByRole('region', { name: '预计后续环节' }).getByRole('listitem').first()
    await next.getByText('1 个工作日（按工作日历）').waitFor()
    await next.getByText('按规则自动通过').waitFor()
    const dialog = await open(page, '通过')
    await sign(page)
    // What was drawn is gone with the dialog.
    await dialog.getByRole('button', { name: '取消' }).click()
    await dialog.waitFor({ state: 'detached' })
    await open(page, '通过')
    await dialog.getByRole('button', { name: '通过', exact: true }).click()
    await dialog.getByText('请先签名。').waitFor()
    await sign(page)
    await dialog.getByRole('button', { name: '清除' }).click()
    await dialog.getByText('请在此处签名').waitFor()
    await sign(page)
    expect(await violationsOf(page)).toEqual([])
    await confirm(page, '通过')

    const approver = await department.colleague('businessUnitManager')
    await approver.page.setViewportSize(phone)
    await approver.page.goto(`/tasks/${await plan.task('businessUnitManager', 'SC001_approveBudget')}`)
    await approver.page.getByText('逾期后：自动通过').waitFor()
    await open(approver.page, '同意')
    await sign(approver.page)
    expect(await sidewaysScroll(approver.page)).toBe(0)
    await confirm(approver.page, '同意')

    const { records } = await plan.instance()
    await page.goto(`/records/${records[0]?.id ?? ''}`)
    await page.getByRole('img', { name: '产品市场部经理（演示）的手写签名' }).waitFor()
    // Both pictures have arrived.
    const pictures = page.getByRole('img', { name: /的手写签名$/ })
    const widths = (): Promise<number[]> =>
      pictures.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
    await expect.poll(async () => (await widths()).filter((width) => width > 40).length).toBe(2)
  } finally {
    await restored
  }
})
