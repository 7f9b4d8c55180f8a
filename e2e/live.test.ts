import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department } from './src/department.ts'
import { Desk } from './src/desk.ts'
import { holdBack } from './src/hold-back.ts'
import { completePlan, Plan } from './src/plan.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

describe('while somebody else acts', () => {
  it('a new task appears without a reload, is announced once, and one click opens it', async () => {
    const author = new Desk(await department.colleague('marketManager'))
    const { number } = await author.start('市场调研策划流程')
    const { page } = await department.colleague('productMarketingManager')
    // Other journeys leave more tasks than one list holds.
    await page.goto(`/inbox/todo?q=${number}`)
    await page.getByRole('heading', { level: 1, name: '我的事项' }).waitFor()
    // What is there at the first look is no news.
    await page.waitForFunction(
      () => performance.getEntriesByName(`${location.origin}/api/tasks/counts`).length > 0,
    )

    await author.fillDraft(completePlan())
    await author.submit()

    await page.locator('main tr').filter({ hasText: number }).waitFor()
    const notice = page.getByRole('alert').filter({ hasText: '新待办：审核策划书' })
    await notice.waitFor()
    expect(await notice.count()).toBe(1)
    await notice.getByRole('button', { name: '去办理' }).click()
    await page.waitForURL(/\/tasks\//)
    await page.getByRole('heading', { level: 1, name: '审核策划书' }).waitFor()
  })

  it('what the author follows moves on by itself: the open step, the drawing, the history', async () => {
    const plan = await Plan.inReview(department)
    const { page } = await department.colleague('marketManager')
    await page.goto(`/instances/${plan.id}`)
    await page.getByText('由 产品市场部经理（演示） 办理').waitFor()
    await plan.act('productMarketingManager', 'SC001_reviewPlan', 'approve', { opinion: '方案可行。' })
    await page.getByText('由 事业部经理（演示） 办理').waitFor()
    await page.getByText('方案可行。').waitFor()
  })

  it('what is done before the page is told of changes is shown once it is told of them', async () => {
    const plan = await Plan.inReview(department)
    const { page } = await department.arrive('marketManager')
    const other = await department.arrive('marketManager')
    const tell = await holdBack(page, '**/api/events')
    for (const one of [page, other.page]) {
      await one.goto(`/instances/${plan.id}`)
      await one.getByText('由 产品市场部经理（演示） 办理').waitFor()
    }
    await plan.act('productMarketingManager', 'SC001_reviewPlan', 'approve')
    // By now it was told to whoever listens.
    await other.page.getByText('由 事业部经理（演示） 办理').waitFor()
    tell()
    await page.getByText('由 事业部经理（演示） 办理').waitFor()
    await Promise.all([page.close(), other.page.close()])
  })

  it('a half-written opinion survives what others do, and a reload', async () => {
    const plan = await Plan.beforeSignature(department)
    const desk = new Desk(await department.colleague('keyAccountDeptManager'))
    await desk.openTask(plan.number, '共同签准')
    const opinion = desk.page.getByRole('textbox', { name: /^意见/ })
    await opinion.fill('还没写完')
    const refreshed = desk.page.waitForResponse((response) => response.url().includes('/api/tasks/counts'))
    await plan.act('technicalDirector', 'SC001_jointSign', 'approve')
    await refreshed
    expect(await opinion.inputValue()).toBe('还没写完')
    await desk.page.reload()
    expect(await opinion.inputValue()).toBe('还没写完')
    await desk.decide('签准')
  })

  it('a task that a colleague’s refusal has settled says so, and keeps what was typed', async () => {
    const plan = await Plan.beforeSignature(department)
    const desk = new Desk(await department.colleague('generalManager'))
    await desk.openTask(plan.number, '共同签准')
    await desk.page.getByRole('textbox', { name: /^意见/ }).fill('同意，注意价格。')
    await plan.act('technicalDirector', 'SC001_jointSign', 'reject', { opinion: '请补充技术指标。' })
    await desk.page.getByText('这项任务已取消，无需办理').waitFor()
    expect(await desk.page.getByLabel(/您写的意见没有发出/).inputValue()).toBe('同意，注意价格。')
    expect(await desk.verbButton('签准').count()).toBe(0)
  })

  it('a task done in another window is closed in this one', async () => {
    const plan = await Plan.inReview(department)
    const first = new Desk(await department.arrive('productMarketingManager'))
    const second = new Desk(await department.arrive('productMarketingManager'))
    await first.openTask(plan.number, '审核策划书')
    await second.openTask(plan.number, '审核策划书')
    await first.decide('通过')
    await second.page.getByText('您已经办理了这项任务').waitFor()
    await second.page.getByText('就在您查看的时候，这项任务已经有了结果。').waitFor()
    await Promise.all([first.page.close(), second.page.close()])
  })
})

describe('a decision', () => {
  it('is shown when all of it is there, and a press counts for what it began on though the page moves', async () => {
    const plan = await Plan.beforeSignature(department)
    const { page } = await department.arrive('technicalDirector')
    const giveFiles = await holdBack(page, '**/attachments')
    await page.goto(`/tasks/${await plan.task('technicalDirector', 'SC001_jointSign')}`)
    await page.getByRole('heading', { level: 1, name: '共同签准' }).waitFor()
    const refuse = page.getByRole('button', { name: '签否', exact: true })
    await page.getByRole('status', { name: '正在加载' }).waitFor()
    expect(await refuse.count()).toBe(0)
    giveFiles()
    await refuse.hover()
    await page.mouse.down()
    await page.locator('h1').evaluate((heading) => (heading.style.marginBottom = '90px'))
    await page.mouse.up()
    await page.getByText('签否需要填写意见，说明理由。').waitFor()
    await page.close()
  })
})

describe('who gets it next', () => {
  const dialogOf = async () => {
    const desk = new Desk(await department.arrive('marketManager'))
    await desk.start('市场调研策划流程')
    await desk.fillDraft(completePlan())
    return { desk, dialog: desk.page.getByRole('dialog') }
  }

  it('is waited for no longer than somebody would, and moves no button when it comes', async () => {
    const { desk, dialog } = await dialogOf()
    const answer = await holdBack(desk.page, '**/expected')
    await desk.verbButton('提交').click()
    await dialog.getByText('正在核对接下来由谁办理……').waitFor()
    const button = dialog.getByRole('button', { name: '提交' })
    const before = await standing(button)
    answer()
    await dialog.getByText('产品市场部经理（演示）').waitFor()
    expect(await standing(button)).toEqual(before)
    await button.click()
    await desk.heading('已提交').waitFor()
    await desk.page.close()
  })

  it('is left open where the server cannot say it, and submitting goes on', async () => {
    const { desk, dialog } = await dialogOf()
    await desk.page.route('**/expected', (route) => route.fulfill({ status: 500 }))
    await desk.verbButton('提交').click()
    await dialog.getByText('接下来由流程的下一个环节办理').waitFor()
    await dialog.getByRole('button', { name: '提交' }).click()
    await desk.heading('已提交').waitFor()
    await desk.page.close()
  })
})

/** Where something is once it has stopped moving. */
async function standing(place: Locator): Promise<unknown> {
  await place.hover()
  return place.boundingBox()
}
