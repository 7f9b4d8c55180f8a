import type { InstanceDetail } from '@canmou/contract'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Plan } from './src/plan.ts'
import { quickPlay } from './src/quick-play.ts'
import { scenarioNamed } from './src/scenarios.ts'
import { told } from './src/told.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

describe('the page of an instance', () => {
  it('shows the chain that it stands in, each step a link but its own', async () => {
    const { source, next } = await Plan.handedOver(department)
    const { page } = await department.colleague('marketManager')
    await page.goto(`/instances/${next}`)
    const chain = page.getByRole('region', { name: '前后流程' })
    const own = chain.locator('[aria-current=step]')
    expect(await own.innerText()).toContain('市场调研流程')
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport)
      expect(await violationsOf(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
    }
    await page.setViewportSize(desk)
    await chain.getByRole('link', { name: '市场调研策划流程' }).click()
    await page.waitForURL(`**/instances/${source.id}`)
    await own.filter({ hasText: '市场调研策划流程' }).waitFor()
  })

  it('offers to ask what the process answers; the question and its answering step are there at once', async () => {
    const { steps } = scenarioNamed('SC-009', 'question-during-solution')
    const asking = steps.findIndex(({ task }) => task === undefined)
    const { ask } = await department.colleague('marketManager')
    const { id } = await ask<InstanceDetail>('POST', '/api/instances', { process: 'SC-009' })
    await quickPlay(department, id, steps.slice(0, asking))

    const { page } = await department.colleague('technology')
    await page.goto(`/instances/${id}`)
    await page.getByRole('button', { name: '对调查报告提出疑问' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '发送' }).click()
    await dialog.getByText('请写下疑问').waitFor()
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByRole('textbox', { name: '疑问' }).fill('交付样本数是多少？')
    await told(page, '疑问已发送', () => dialog.getByRole('button', { name: '发送' }).click())
    await page.getByRole('listitem').filter({ hasText: '提出疑问' }).getByText('交付样本数是多少？').waitFor()
    await page.getByRole('region', { name: '当前环节' }).getByText('答复疑问').waitFor()
  })
})
