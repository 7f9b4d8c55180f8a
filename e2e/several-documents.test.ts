import type { InstanceDetail, TaskDetail } from '@canmou/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, phone } from './src/department.ts'
import { Desk } from './src/desk.ts'
import { openTaskOf } from './src/open-task.ts'
import { ownResearch } from './src/own-research.ts'
import { redraw } from './src/redraw-process.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('a step that makes several documents', () => {
  it('has one added, one given up, and submits what is complete, also on a phone', async () => {
    const department = new Department(browser, baseUrl(), phone)
    const desk = new Desk(await department.colleague('marketManager'))
    const { page } = desk
    const { ask } = desk.colleague
    const { id, planNo } = await ownResearch(department)
    const { tasks } = await ask<InstanceDetail>('GET', `/api/instances/${id}`)
    const task = tasks.find(({ state, elementId }) => state === 'open' && elementId === 'SC002_ownResearch')
    await page.goto(`/tasks/${task?.id}`)
    await page.getByText('第 1 份，共 1 份').waitFor()
    await page.getByRole('button', { name: '再加一份' }).click()
    await page.getByText('第 2 份，共 2 份').waitFor()
    await page.getByRole('button', { name: '再加一份' }).click()
    await page.getByText('第 3 份，共 3 份').waitFor()
    await page.getByRole('textbox', { name: '信息来源' }).fill('不要的一份')
    await page.getByRole('button', { name: '删除这一份' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '确定' }).click()
    await page.getByText('第 2 份，共 2 份').waitFor()

    await desk.fillDraft({ ...sheet, planNo })
    await page.getByRole('link', { name: /^2 市场信息收集表.*完整/ }).waitFor()
    await desk.verbButton('提交').click()
    // The other one is not complete: the page says which, and leads to what is missing there.
    await page.getByRole('alert').getByRole('link', { name: '第 1 份' }).click()
    await page.getByRole('link', { name: /^信息来源：/ }).waitFor()
    await page.getByText('第 1 份，共 2 份').waitFor()
    await desk.fillDraft({ ...sheet, planNo, source: '公开资料' })
    await desk.verbButton('提交').click()
    await page.getByRole('dialog').getByText('提交这 2 份文档？').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await desk.heading('已提交').waitFor()

    const { records } = await ask<InstanceDetail>('GET', `/api/instances/${id}`)
    const made = records.filter(({ kind }) => kind === 'MIC')
    expect(made.map(({ version }) => version)).toEqual([1, 1])
    expect(new Set(made.map(({ number }) => number)).size).toBe(2)
  })
})

describe('a step that decides on several documents and may change them', () => {
  it('keeps what is changed in one while another is read, and gives only that one its next version', async () => {
    const department = new Department(browser, baseUrl())
    const undo = await redraw(department, 'SC-002', { SC002_checkData: 'otherFields="write"' })
    const { id, planNo } = await ownResearch(department)
    await undo()
    await submitSheets(department, id, { ...sheet, planNo })
    const checker = await department.colleague('marketManager')
    const { page } = checker
    await page.goto(`/tasks/${(await openTaskOf(checker, id, 'SC002_checkData')).id}`)
    const source = page.getByRole('textbox', { name: '信息来源' })
    await page.getByRole('link', { name: /^2 / }).click()
    await expect.poll(() => source.inputValue()).toBe('第 2 份的来源')
    await source.fill('公开资料')
    await page.getByRole('link', { name: /^1 / }).click()
    await expect.poll(() => source.inputValue()).toBe('第 1 份的来源')
    await page.getByRole('link', { name: /^2 .*已改动/ }).waitFor()
    await page.getByRole('button', { name: '通过', exact: true }).first().click()
    await page.getByRole('heading', { level: 1, name: /通过/ }).waitFor()

    const { records } = await checker.ask<InstanceDetail>('GET', `/api/instances/${id}`)
    const checked = records.filter(({ kind, number }) => kind === 'MIC' && number !== undefined)
    expect(checked.map(({ version }) => version)).toEqual([1, 2])
  })
})

/** Two sheets of the key account manager who is to fill them in, before whoever checks them. */
async function submitSheets(
  department: Department,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  const { ask } = await department.colleague('marketManager')
  const { tasks } = await ask<InstanceDetail>('GET', `/api/instances/${id}`)
  const task = tasks.find(({ state, elementId }) => state === 'open' && elementId === 'SC002_doResearch')
  const author = await department.colleague(task?.holders[0]?.username ?? '')
  const url = `/api/tasks/${task?.id ?? ''}`
  await author.ask('POST', `${url}/documents`)
  const { documents = [] } = await author.ask<TaskDetail>('GET', url)
  for (const [index, { id: sheetId, revision }] of documents.entries()) {
    const own = { collector: author.username, source: `第 ${index + 1} 份的来源` }
    await author.ask('PUT', `/api/records/${sheetId}/draft`, { data: { ...data, ...own }, revision })
  }
  await author.ask('POST', `${url}/submit`, {})
}

const sheet = {
  collector: 'marketManager',
  collectDate: '2026-12-10',
  infoCategory: 'specialTopic',
  specialTopic: '检修规程',
  source: '行业年会',
}
