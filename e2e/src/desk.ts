import type { InstanceDetail, RecordDetail, TaskDetail } from '@canmou/contract'
import type { Page } from 'playwright-core'
import type { Colleague } from './department.ts'
import { saveDraft } from './open-task.ts'

/** What somebody does at his desk, by what he reads on the page. */
export class Desk {
  readonly colleague: Colleague
  readonly page: Page

  constructor(colleague: Colleague) {
    this.colleague = colleague
    this.page = colleague.page
  }

  /** 发起流程 → 发起, up to the first step's form. */
  async start(processName: string): Promise<InstanceDetail> {
    await this.page.goto('/start')
    await this.page.getByRole('button', { name: `发起${processName}` }).click()
    await this.page.waitForURL(/\/tasks\/|\/instances\//)
    return this.shownInstance()
  }

  /** The instance that the page at hand is about. */
  async shownInstance(): Promise<InstanceDetail> {
    const [, kind = '', id = ''] = new URL(this.page.url()).pathname.split('/')
    const instanceId = kind === 'tasks' ? (await this.shownTask()).instanceId : id
    return this.colleague.ask('GET', `/api/instances/${instanceId}`)
  }

  /** The task that the page at hand shows, with the document that it shows of several. */
  shownTask(): Promise<TaskDetail> {
    const { pathname, search } = new URL(this.page.url())
    const id = /^\/tasks\/([^/]+)/.exec(pathname)?.[1]
    if (!id) throw new Error(`${this.page.url()} shows no task`)
    return this.colleague.ask('GET', `/api/tasks/${id}${search}`)
  }

  /** 待办 → the row of this instance at this step. */
  async openTask(number: string, step: string): Promise<void> {
    if (!this.page.url().startsWith('http')) await this.page.goto('/')
    await this.page.getByRole('link', { name: /^待办/ }).first().click()
    const search = this.page.getByRole('searchbox', { name: '按标题或编号查找' })
    await search.fill(number)
    await search.press('Enter')
    const row = this.page.locator('main tr, main li').filter({ hasText: number }).filter({ hasText: step })
    await row.getByRole('link').first().click()
    await this.page.waitForURL(/\/tasks\//)
    await this.heading(step).waitFor()
  }

  /** Saves the draft of the document that the page shows, and shows it. */
  async fillDraft(data: Record<string, unknown>): Promise<void> {
    await saveDraft(this.colleague, await this.shownTask(), data)
    await this.page.reload()
  }

  /** Presses the button, and what the dialog asks. */
  async submit(): Promise<void> {
    await this.verbButton('提交').click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '提交' }).click()
    await this.heading('已提交').waitFor()
  }

  /** 通过 · 同意 · 签准 · 退回修改 …, as the button calls it; a refusal is confirmed. */
  async decide(
    label: string,
    { opinion, isRefusal = false }: { opinion?: string | undefined; isRefusal?: boolean } = {},
  ) {
    if (opinion !== undefined) await this.page.getByRole('textbox', { name: /^意见/ }).fill(opinion)
    await this.verbButton(label).click()
    if (isRefusal) await this.page.getByRole('dialog').getByRole('button', { name: label }).click()
    await this.heading(`已${label}`).waitFor()
  }

  verbButton(label: string) {
    return this.page.getByRole('button', { name: label, exact: true })
  }

  heading(text: string) {
    return this.page.getByRole('heading', { level: 1, name: text })
  }

  record(id: string): Promise<RecordDetail> {
    return this.colleague.ask('GET', `/api/records/${id}`)
  }
}
