import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { baseUrl } from './src/base-url.ts'
import { launchBrowser } from './src/chromium.ts'
import { Department } from './src/department.ts'

let browser: Browser
let department: Department

beforeAll(async () => {
  browser = await launchBrowser()
  department = new Department(browser, baseUrl())
})
afterAll(() => browser.close())

it('a wrong password is refused in words, and many of them have to wait', async () => {
  const { page, context } = await department.visitor()
  await page.goto('/')
  await page.waitForURL(/\/signin/)
  await page.getByLabel('用户名').fill('nobody-of-this-name')
  const attempt = async (): Promise<string> => {
    const field = page.getByLabel('密码', { exact: true })
    await field.fill('wrong')
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/api/session')),
      field.press('Enter'),
    ])
    const { message } = (await answer.json()) as { message: string }
    await page.getByRole('alert').filter({ hasText: message }).waitFor()
    return message
  }
  expect(await attempt()).toContain('用户名或密码不正确')
  let said = ''
  for (let tries = 0; tries < 30 && !said.includes('尝试次数过多'); tries += 1) said = await attempt()
  expect(said).toMatch(/尝试次数过多，请在 \d+ 秒后再试/)
  await context.close()
})

it('whoever is sent a link signs in and lands where it leads', async () => {
  const { page, context } = await department.visitor()
  await page.goto('/inbox/started')
  await page.getByLabel('用户名').fill('marketManager')
  await page.getByLabel('密码', { exact: true }).fill(process.env['CANMOU_DEMO_PASSWORD'] ?? 'canmou-demo')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/\/inbox\/started/)
  await page.getByRole('heading', { level: 1, name: '我的事项' }).waitFor()
  await context.close()
})
