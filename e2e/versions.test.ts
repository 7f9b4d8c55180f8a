import type { InstanceDetail, ProcessDetail } from '@canmou/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf } from './src/department.ts'
import { Desk } from './src/desk.ts'
import { managers } from './src/redraw-process.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

/** The drawing in effect, with its first step under another name. */
async function renamed(name: string): Promise<string> {
  const { ask } = await department.colleague('processAdmin')
  const { xml } = await ask<ProcessDetail>('GET', '/api/processes/SC-006')
  return xml.replace(/(<bpmn:userTask id="SC006_submitNeed" name=")[^"]+/, `$1${name}`)
}

async function choose(page: Page, xml: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({
    name: 'SC-006.bpmn',
    mimeType: 'application/xml',
    buffer: Buffer.from(xml),
  })
  await page.getByRole('heading', { level: 2, name: '检查结果' }).waitFor()
  await page.locator('.djs-element').first().waitFor()
}

const marked = (page: Page, kind: string) => page.locator(`.canmou-${kind}`).count()

describe('a version of a process', () => {
  it('with an error is refused: the place is marked, the way to it shown, and nothing can be handed in', async () => {
    const { page } = await department.colleague('processAdmin')
    await page.goto('/processes/SC-006')
    await page.getByRole('link', { name: '提交新版本' }).click()
    await page.getByRole('heading', { level: 1, name: /^提交新版本/ }).waitFor()
    await choose(page, (await renamed('提出需求')).replace('formId="PMT"', 'formId="XXX"'))
    const finding = page.getByRole('button', { name: /错误.*不存在/ }).first()
    await expect.poll(() => marked(page, 'error')).toBeGreaterThan(0)
    expect(await marked(page, 'way')).toBe(0)
    await finding.click()
    await page.getByText(/^路径：.*提出需求 → /).waitFor()
    await expect.poll(() => marked(page, 'way')).toBeGreaterThan(1)
    // What was changed beside the error.
    await page.getByRole('button', { name: '改动 提出需求' }).waitFor()
    for (const viewport of [desk, phone]) {
      await page.setViewportSize(viewport)
      expect(await violationsOf(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
    }
    await page.setViewportSize(desk)
    await page.getByRole('textbox', { name: '修改说明' }).fill('第一步改名。')
    expect(await page.getByRole('button', { name: '提交为新版本' }).isDisabled()).toBe(true)
    await page.getByText(/处错误，改正后才能提交/).waitFor()
  })

  it('takes effect with five signatures, and what is started then runs it', async () => {
    const admin = new Desk(await department.colleague('processAdmin'))
    const { page } = admin
    await page.goto('/processes/SC-006/versions/new')
    await choose(page, await renamed('提出宣传资料需求'))
    await page.getByText('没有发现问题').waitFor()
    // The note is asked for before anything is sent.
    await page.getByRole('button', { name: '提交为新版本' }).click()
    await page.getByText('请填写修改说明').waitFor()
    await page.getByRole('textbox', { name: '修改说明' }).fill('第一步改名，与岗位说明一致。')
    await page.getByRole('button', { name: '提交为新版本' }).click()

    await page.waitForURL(/\/processes\/SC-006\/versions\/2$/)
    await page.getByText(/^草稿不能发起/).waitFor()
    await page.getByRole('heading', { level: 2, name: '与生效版本 V1 的差别' }).waitFor()
    await expect.poll(() => marked(page, 'changed')).toBe(1)
    await page.getByRole('button', { name: '提交联合审核' }).click()
    await page.waitForURL(/\/instances\//)
    const review = await admin.shownInstance()
    expect(review.processId).toBe('GOV-001')
    await admin.openTask(review.number, '填写版本审核单')
    await admin.fillDraft({ changeNote: '第一步改名，与岗位说明一致。', reason: '名称不清。' })
    await admin.submit()

    await page.goto(`/instances/${review.id}`)
    await page.getByRole('link', { name: 'SC-006 V2' }).waitFor()

    for (const username of managers) {
      const manager = new Desk(await department.colleague(username))
      await manager.openTask(review.number, '联合审核')
      await manager.decide('签准')
    }
    await page.goto('/processes/SC-006/versions/2')
    await page.getByText('新发起的流程按此版本办理。').waitFor()
    await page.getByRole('link', { name: `联合审核 ${review.number}` }).waitFor()
    await page.goto('/processes/SC-006/versions/1')
    await page.getByText(/^已停用，不能发起/).waitFor()

    const starter = await department.colleague('keyAccountDeptManager')
    const started = await starter.ask<InstanceDetail>('POST', '/api/instances', { process: 'SC-006' })
    expect(started.processVersion).toBe(2)
    await starter.page.goto(`/instances/${started.id}`)
    await starter.page.getByText('提出宣传资料需求').first().waitFor()
    await starter.page.locator('.djs-element').filter({ hasText: '提出宣传资料需求' }).first().waitFor()
  })

  it('is for everybody to read, and for the administrator to change', async () => {
    const { page } = await department.colleague('marketManager')
    await page.goto('/processes/SC-001')
    await page.getByRole('heading', { level: 2, name: '版本' }).waitFor()
    await page.getByText('随系统安装').waitFor()
    expect(await page.getByRole('link', { name: '提交新版本' }).count()).toBe(0)
    await page.goto('/processes/SC-001/versions/new')
    await page.getByRole('heading', { level: 1, name: '只有流程管理员可以提交流程版本' }).waitFor()
  })
})
