import type { RecordSummary } from '@canmou/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Plan } from './src/plan.ts'

let browser: Browser
let department: Department
let revised: Plan
let signed: Plan

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
  revised = await Plan.inReview(department)
  await revised.act('productMarketingManager', 'SC001_reviewPlan', 'reject', { opinion: '请补充名单。' })
  signed = await Plan.beforeSignature(department)
})
afterAll(() => browser.close())

interface Visit {
  name: string
  by?: string
  address: () => string | Promise<string>
  /** What is there once the page is whole. */
  whole: (page: Page) => Promise<unknown>
}

const level1 = (name: string | RegExp) => (page: Page) =>
  page.getByRole('heading', { level: 1, name }).waitFor()
const recordOf = async (plan: Plan) => (await plan.instance()).records[0]?.id ?? ''

async function productId(): Promise<string> {
  const { ask } = await department.colleague('marketManager')
  const { items } = await ask<{ items: RecordSummary[] }>('GET', '/api/records?kind=PRD')
  return items[0]?.id ?? ''
}

const visits: Visit[] = [
  { name: 'signing in', address: () => '/signin', whole: (page) => page.getByText('演示账号').waitFor() },
  {
    name: 'the workbench',
    by: 'marketManager',
    address: () => '/',
    whole: (page) => page.getByRole('list', { name: '我的待办' }).waitFor(),
  },
  {
    name: 'the workbench of somebody who has nothing to do',
    by: 'adminAssistant',
    address: () => '/',
    whole: (page) => page.getByText('没有待办事项', { exact: true }).waitFor(),
  },
  {
    name: 'the inbox',
    by: 'marketManager',
    address: () => '/inbox/started',
    whole: (page) => page.getByText('共同签准').first().waitFor(),
  },
  {
    name: 'starting a process',
    by: 'marketManager',
    address: () => '/start',
    whole: (page) => page.getByRole('button', { name: /^发起市场调研策划流程/ }).waitFor(),
  },
  {
    name: 'a start form',
    by: 'keyAccountDeptManager',
    address: () => '/start/SC-004',
    whole: (page) => page.getByLabel('计划月份').waitFor(),
  },
  {
    name: 'the runs',
    by: 'processAdmin',
    address: () => '/instances?status=running',
    whole: (page) => page.getByText('共同签准').first().waitFor(),
  },
  { name: 'the processes', by: 'marketManager', address: () => '/processes', whole: level1('流程一览') },
  {
    name: 'a process',
    by: 'marketManager',
    address: () => '/processes/SC-001',
    whole: (page) => page.locator('.djs-element').first().waitFor(),
  },
  {
    name: 'a version of a process',
    by: 'processAdmin',
    address: () => '/processes/SC-001/versions/1',
    whole: (page) => page.locator('.djs-element').first().waitFor(),
  },
  {
    name: 'handing in a version',
    by: 'processAdmin',
    address: () => '/processes/SC-001/versions/new',
    whole: level1(/^提交新版本/),
  },
  {
    name: 'an entry that leads to several processes',
    by: 'keyAccountDeptManager',
    address: () => '/start/route/technicalService',
    whole: level1('发起技术服务申请'),
  },
  { name: 'the functions', by: 'marketManager', address: () => '/functions', whole: level1('职能总览') },
  {
    name: 'a product',
    by: 'marketManager',
    address: async () => `/records/${await productId()}`,
    whole: (page) => page.getByRole('region', { name: '本阶段工作重点' }).waitFor(),
  },
  {
    name: 'the substitutes of somebody who has none',
    by: 'adminAssistant',
    address: () => '/substitutions',
    whole: (page) => page.getByRole('button', { name: '设置代理人' }).waitFor(),
  },
  {
    name: 'the working calendar',
    by: 'processAdmin',
    address: () => '/calendar?year=2026',
    whole: (page) => page.getByRole('table', { name: '2026年12月' }).waitFor(),
  },
  {
    name: 'the working calendar of a year that is not known',
    by: 'marketManager',
    address: () => '/calendar?year=2099',
    whole: (page) => page.getByText('还不知道').waitFor(),
  },
  {
    name: 'the state of the system',
    by: 'processAdmin',
    address: () => '/system',
    whole: level1('系统状态'),
  },
  {
    name: 'a draft that came back',
    by: 'marketManager',
    address: async () => `/tasks/${await revised.task('marketManager', 'SC001_draftPlan')}`,
    whole: (page) => page.getByRole('group', { name: '预算明细' }).waitFor(),
  },
  {
    name: 'a decision',
    by: 'generalManager',
    address: async () => `/tasks/${await signed.task('generalManager', 'SC001_jointSign')}`,
    whole: (page) => page.getByRole('button', { name: '签准', exact: true }).waitFor(),
  },
  {
    name: 'an instance',
    by: 'marketManager',
    address: () => `/instances/${signed.id}`,
    whole: (page) => page.locator('.djs-element').first().waitFor(),
  },
  { name: 'the documents', by: 'marketManager', address: () => '/records', whole: level1('文档') },
  {
    name: 'a document',
    by: 'marketManager',
    address: async () => `/records/${await recordOf(signed)}`,
    whole: (page) => page.getByText('签署意见').first().waitFor(),
  },
  {
    name: 'an address that leads nowhere',
    by: 'marketManager',
    address: () => '/nowhere',
    whole: level1('没有这个页面'),
  },
]

describe.each([
  { width: 'at a desk', viewport: desk },
  { width: 'on a phone', viewport: phone },
])('every page $width', ({ viewport }) => {
  it.each(visits)('$name can be read, reached and used by everybody (WCAG 2.2 AA)', async (visit) => {
    const { page } = visit.by ? await department.colleague(visit.by) : await department.visitor()
    await page.setViewportSize(viewport)
    await page.goto(await visit.address())
    await visit.whole(page)
    expect(await violationsOf(page)).toEqual([])
    expect(await sidewaysScroll(page)).toBe(0)
    if (!visit.by) await page.context().close()
  })
})
