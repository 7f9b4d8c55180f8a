import type { BoxItem, InstanceDetail, ProcessDetail, RecordDetail } from '@canmou/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { takeEffect } from './src/redraw-process.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

const field = (name: string, access: string) => `<canmou:field name="${name}" access="${access}" />`
const saying = (xml: string, step: string, fields: string) =>
  xml.replace(
    new RegExp(`(id="${step}"[^]*?)<canmou:task ([^>]*?) />`),
    `$1<canmou:task $2>${fields}</canmou:task>`,
  )

/** Who improves does not say how it came out, and who verifies it does, without reading the cause. */
async function drawRights(): Promise<void> {
  const { ask } = await department.colleague('processAdmin')
  const { xml } = await ask<ProcessDetail>('GET', '/api/processes/QI-001')
  const improve = saying(xml, 'QI001_improve', field('requirement', 'read') + field('result', 'hidden'))
  const drawn = saying(improve, 'QI001_verify', field('cause', 'hidden') + field('result', 'write'))
  await takeEffect(department, 'QI-001', drawn)
}

async function act(by: string, instanceId: string, verb: string, body: object = {}): Promise<void> {
  const { ask } = await department.colleague(by)
  const { tasks } = await ask<InstanceDetail>('GET', `/api/instances/${instanceId}`)
  const mine = tasks.find(
    ({ state, holders }) => state === 'open' && holders.some(({ username }) => username === by),
  )
  await ask('POST', `/api/tasks/${mine?.id ?? ''}/${verb}`, body)
}

/** The step of the instance that a message begins, once it is there. */
async function begun(): Promise<BoxItem> {
  const { ask } = await department.colleague('processAdmin')
  const worker = await department.colleague('production')
  const improving = async () =>
    (await worker.ask<{ items: BoxItem[] }>('GET', '/api/tasks')).items.filter(isImproving)
  // Another journey may have left one, of the drawing before.
  const before = new Set((await improving()).map(({ key }) => key))
  const begunNow = async () => (await improving()).find(({ key }) => !before.has(key))
  const data = { department: 'production', requirement: '加严来料检验。', due: '2027-01-31' }
  await ask('POST', '/api/messages', { name: 'QI-001.start', correlationKey: 'field-rights', data })
  await expect.poll(begunNow).toBeDefined()
  return (await begunNow()) as BoxItem
}
const isImproving = ({ task }: BoxItem): boolean => task?.elementId === 'QI001_improve'

async function expectSound(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toBe(0)
  await page.setViewportSize(phone)
  expect(await violationsOf(page)).toEqual([])
  expect(await sidewaysScroll(page)).toBe(0)
  await page.setViewportSize(desk)
}

describe('a process whose steps show and lock fields', () => {
  it('shows what is read as text, leaves out what is hidden, and takes what an approver writes', async () => {
    await drawRights()
    const { instance, task } = await begun()
    const { page } = await department.colleague('production')
    await page.goto(`/tasks/${task?.id ?? ''}`)
    await page.getByRole('textbox', { name: '改进措施' }).waitFor()
    await page.getByText('加严来料检验。').waitFor()
    expect(await page.getByRole('textbox', { name: '改进要求' }).count()).toBe(0)
    expect(await page.getByText('落实情况').count()).toBe(0)
    await expectSound(page)
    const done = { department: 'production', due: '2027-01-31', doneOn: '2027-01-20' }
    await act('production', instance.id, 'submit', {
      data: { ...done, cause: '电容耐温不足。', measure: '改用耐温型号。' },
    })

    const verifier = await department.colleague('productMarketingManager')
    const { tasks } = await verifier.ask<InstanceDetail>('GET', `/api/instances/${instance.id}`)
    const verify = tasks.find(({ state }) => state === 'open')
    await verifier.page.goto(`/tasks/${verify?.id ?? ''}`)
    const result = verifier.page.getByRole('textbox', { name: '落实情况' })
    await result.waitFor()
    await verifier.page.getByText('改用耐温型号。').waitFor()
    expect(await verifier.page.getByText(/原因分析|电容/).count()).toBe(0)
    await expectSound(verifier.page)
    const approve = verifier.page.getByRole('button', { name: '通过', exact: true }).first()
    await approve.click()
    await verifier.page.getByText('请填写此项').first().waitFor()
    await result.fill('首批已验证。')
    await approve.click()
    await verifier.page.getByRole('heading', { level: 1, name: /通过/ }).waitFor()

    const ended = await verifier.ask<InstanceDetail>('GET', `/api/instances/${instance.id}`)
    const url = `/api/records/${ended.records[0]?.id ?? ''}`
    expect(await verifier.ask<RecordDetail>('GET', url)).toMatchObject({
      version: 2,
      data: { result: '首批已验证。', cause: '电容耐温不足。' },
    })
    await department.goHome()
  })
})
