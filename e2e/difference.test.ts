import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department } from './src/department.ts'
import { Desk } from './src/desk.ts'
import { completePlan, Plan } from './src/plan.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

it('the second version shows what changed since the first: to who reviews it, and on the record’s page', async () => {
  const first = { ...completePlan(), background: '了解华东区域轨道监测产品的需求变化。' }
  const plan = await Plan.inReview(department, first)
  await plan.act('productMarketingManager', 'SC001_reviewPlan', 'reject', { opinion: '请写明西南区域。' })
  await plan.act('marketManager', 'SC001_draftPlan', 'submit', {
    data: {
      ...first,
      background: '了解华东、西南区域轨道监测产品的需求变化。',
      budgetItems: [{ item: '差旅', amount: 900_000 }],
    },
  })

  const desk = new Desk(await department.colleague('productMarketingManager'))
  const { page } = desk
  await desk.openTask(plan.number, '审核策划书')
  const added = page.locator('main ins')
  const removed = page.locator('main del')
  await added.filter({ hasText: '、西南' }).waitFor()
  await removed.filter({ hasText: '12,000.00' }).waitFor()
  // The review of the first version is still there to be read.
  await page.getByRole('heading', { name: 'V1 的意见' }).waitFor()
  await page.getByText('请写明西南区域。').first().waitFor()
  await page.getByRole('switch').click()
  await added.first().waitFor({ state: 'detached' })

  const [record] = (await plan.instance()).records
  await page.goto(`/records/${record?.id}?compare=1&version=2`)
  await added.filter({ hasText: '、西南' }).waitFor()
  await page.getByText(/共 \d+ 处改动/).waitFor()
})
