import type { Assignment, PositionDetail } from '@canmou/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department, desk, phone, sidewaysScroll, violationsOf, type Colleague } from './src/department.ts'
import { selectOption } from './src/select-option.ts'

let browser: Browser
let department: Department
let admin: Colleague

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl(), desk)
  admin = await department.colleague('processAdmin')
})
afterAll(async () => {
  await purchasingAsBefore()
  await browser.close()
})

const username = `buyer${Date.now()}`
const name = `周采购${String(Date.now()).slice(-4)}（演示）`

const assignments = async (): Promise<Assignment[]> =>
  (await admin.ask<PositionDetail>('GET', '/api/organization/positions/purchasing')).assignments

/** Other journeys expect the demo organisation. */
async function purchasingAsBefore(): Promise<void> {
  const change = (id: string, data: object) =>
    admin.context.request.patch(`/api/organization/assignments/${id}`, { data })
  for (const { id, person, revision, state } of await assignments()) {
    if (person.name === name && state !== 'withdrawn') await change(id, { revision, isWithdrawn: true })
    if (person.username === 'purchasing') await change(id, { revision, to: null })
  }
}

/** Chooses from a list that opens below its field. */
async function choose(page: Page, label: string, typed: string, option: RegExp): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label)
  await field.click()
  if (typed !== '') await field.pressSequentially(typed)
  await selectOption(page, option).click()
}

/** Opens 谁来办 of SC-006 提交印刷厂. */
async function whoSendsToPrinter(page: Page): Promise<void> {
  await page.goto('/processes/SC-006')
  await page.getByRole('button', { name: '谁来办：提交印刷厂' }).click()
}

describe('the organisation is edited in the browser', () => {
  it('a new person takes over a position: the person’s page, 谁来办 and the log show it', async () => {
    const { page } = admin
    await page.goto('/')
    await page.getByRole('link', { name: '组织' }).click()
    await page
      .getByRole('navigation', { name: '部门' })
      .getByRole('link', { name: /采购部/ })
      .click()
    await page.getByRole('button', { name: '新增人员' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill(name)
    await dialog.getByLabel('用户名').fill(username)
    expect(await violationsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '保存' }).click()
    const password = await dialog.getByLabel('密码', { exact: true }).innerText()
    expect(password).toMatch(/^\w{14}$/)
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()

    await page.getByRole('link', { name: '采购部经办' }).first().click()
    await page.getByRole('button', { name: '安排任职' }).click()
    await choose(page, '人员', username, new RegExp(name.slice(0, 7)))
    await choose(page, '接替', '', /采购部经办/)
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    const row = page.getByRole('listitem').filter({ hasText: name })
    await row.getByText('在任').waitFor()
    await page.getByText('已结束').waitFor()

    await row.getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('link', { name: '采购部经办' }).waitFor()
    await page.getByText('在任').waitFor()

    await whoSendsToPrinter(page)
    await page.getByText(`由${name}办理`).waitFor()
    await page.getByText(/起担任“采购部经办”/).waitFor()

    await page.goto('/organization/changes')
    const entry = page.getByRole('row').filter({ hasText: `${name} · 采购部经办` })
    await entry.getByText('安排任职').waitFor()

    // The new person signs in with the password that was told once, reads the organisation, and edits nothing.
    const visitor = await department.visitor()
    const signedIn = await visitor.context.request.post('/api/session', { data: { username, password } })
    expect(signedIn.ok()).toBe(true)
    await visitor.page.goto('/organization?department=purchasing')
    await visitor.page.getByRole('link', { name }).first().waitFor()
    expect(await visitor.page.getByRole('button', { name: /新增|修改|撤销/ }).count()).toBe(0)
    await visitor.context.close()
  })

  it('two administrators edit the same person: the second is told who was first, and loses nothing typed', async () => {
    const { page } = admin
    const people = await admin.ask<{ items: { id: string }[] }>('GET', `/api/people?q=${username}`)
    const path = `/api/organization/people/${people.items[0]?.id}`
    const { revision } = await admin.ask<{ revision: number }>('GET', path)
    await page.goto(`/organization/people/${people.items[0]?.id}`)
    await page.getByRole('button', { name: '修改人员' }).click()
    await admin.context.request.patch(path, { data: { revision, dataScope: 'department' } })
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill(`${name}乙`)
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText(/流程管理员（演示）刚刚改过这里/).waitFor()
    expect(await dialog.getByLabel('姓名').inputValue()).toBe(`${name}乙`)
  })

  it('an administrator who resets his own password can read it, and gets in with it', async () => {
    const people = await admin.ask<{ items: { id: string }[] }>('GET', `/api/people?q=${username}`)
    const person = `/api/organization/people/${people.items[0]?.id}`
    const from = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now())
    const appointment = { personId: people.items[0]?.id, positionId: 'processAdmin', from }
    const { id } = await admin.ask<{ id: string }>('POST', '/api/organization/assignments', appointment)
    const { password: first } = await admin.ask<{ password: string }>('POST', `${person}/password`)
    const { page, context } = await department.visitor()
    const signIn = (password: string) =>
      context.request.post('/api/session', { data: { username, password } }).then((answer) => answer.ok())
    expect(await signIn(first)).toBe(true)
    await page.goto(`/organization/people/${people.items[0]?.id}`)
    await page.getByRole('button', { name: '重置密码' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '重置密码' }).click()
    const password = await dialog.getByLabel('密码', { exact: true }).innerText()
    // The page asks for everything again once it has heard of the change.
    await page.waitForLoadState('networkidle')
    await dialog.getByRole('button', { name: '关闭', exact: true }).last().click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    expect([await signIn(first), await signIn(password)]).toEqual([false, true])
    await context.close()
    const withdrawn = await admin.context.request.patch(`/api/organization/assignments/${id}`, {
      data: { revision: 1, isWithdrawn: true },
    })
    expect(withdrawn.ok()).toBe(true)
  })

  it('the last administrator cannot be disabled, and the dialog says why', async () => {
    const { page } = admin
    const { id } = await admin.ask<{ id: string }>('GET', '/api/me')
    await page.goto(`/organization/people/${id}`)
    await page.getByRole('button', { name: '停用账号' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '停用账号' }).click()
    await dialog.getByText(/任何时候都要有一位在职的流程管理员/).waitFor()
  })
})

describe('the organisation on both screens', () => {
  for (const [screen, size] of Object.entries({ desk, phone })) {
    it(`has no barrier and no sideways scroll (${screen})`, async () => {
      const guest = new Department(browser, baseUrl(), size)
      const { page, ask } = await guest.colleague('processAdmin')
      const { id } = await ask<{ id: string }>('GET', '/api/me')
      const views = {
        '/organization': '部门',
        '/organization?department=company': '公司',
        '/organization?q=cwjl': '找到的人员',
        [`/organization/people/${id}`]: '任职',
        '/organization/positions/keyAccountManager': '任职人',
        '/organization/positions/departmentManagers': '成员岗位',
        '/organization/changes': '变更记录',
      }
      for (const [path, heading] of Object.entries(views)) {
        await page.goto(path)
        await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
        await page.waitForLoadState('networkidle')
        expect([path, await sidewaysScroll(page), await violationsOf(page)]).toEqual([path, 0, []])
      }
      await whoSendsToPrinter(page)
      await page.getByText(/起担任“采购部经办”/).waitFor()
      expect([await sidewaysScroll(page), await violationsOf(page)]).toEqual([0, []])
      await guest.goHome()
    })
  }
})
