import type { Locator, Page } from 'playwright-core'
import type { Colleague } from './department.ts'
import { selectOption } from './select-option.ts'
import { told } from './told.ts'

/** What is filled in in a verb's dialog, by what is read there. */
export interface VerbAnswers {
  /** Label of the people's field, and names to choose. */
  people?: readonly [label: string, ...names: string[]]
  /** Radio buttons to choose. */
  choose?: readonly string[]
  reason?: string
}

/** Somebody who does something other than what the step is for: 更多操作, its dialog, its button. */
export class VerbDesk {
  readonly page: Page

  constructor({ page }: Colleague) {
    this.page = page
  }

  async openTask(taskId: string): Promise<void> {
    await this.page.goto(`/tasks/${taskId}`)
    await this.page.getByRole('heading', { level: 1 }).waitFor()
  }

  async openInstance(instanceId: string): Promise<void> {
    await this.page.goto(`/instances/${instanceId}`)
    await this.page.getByRole('button', { name: '更多操作' }).waitFor()
  }

  /** Opens the menu; `row` is the row of a list whose own menu it is. */
  async openMenu(row?: Locator): Promise<Locator> {
    await (row ?? this.page).getByRole('button', { name: /^更多操作/ }).click()
    const menu = this.page.getByRole('menu').last()
    await menu.getByText('查看操作规则').waitFor()
    return menu
  }

  /** Chooses a verb and gives its dialog. */
  async choose(verb: string, row?: Locator): Promise<Locator> {
    const menu = await this.openMenu(row)
    await menu.getByRole('menuitem', { name: verb, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: verb })
    await dialog.getByRole('button', { name: verb, exact: true }).waitFor()
    return dialog
  }

  async fill(dialog: Locator, { people, choose = [], reason }: VerbAnswers): Promise<void> {
    const [label, ...names] = people ?? []
    for (const name of names) {
      await dialog.getByLabel(label ?? '').fill(name)
      await selectOption(this.page, name).click()
    }
    // A list of several people stays open after the choice, over what stands below it.
    if (names.length > 0) {
      await dialog.locator('.ant-modal-title').click()
      await this.page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
        .waitFor({ state: 'detached' })
    }
    for (const choice of choose) await dialog.getByRole('radio', { name: choice }).check()
    if (reason !== undefined) await dialog.getByRole('textbox', { name: /^说明/ }).fill(reason)
  }

  /** Presses the dialog's button, and waits until it is done. */
  async confirm(dialog: Locator, verb: string): Promise<void> {
    await told(this.page, `已${verb}`, () => dialog.getByRole('button', { name: verb, exact: true }).click())
  }
}
